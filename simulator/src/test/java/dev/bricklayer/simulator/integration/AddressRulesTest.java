package dev.bricklayer.simulator.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressRulesTest {

  @ParameterizedTest
  @CsvSource({
    "'',                    http://127.0.0.1/,     false",
    "'',                    http://[::1]/,         false",
    "'',                    http://10.1.2.3/,      false",
    "'',                    http://169.254.1.1/,   false",
    "'',                    http://100.64.0.1/,    false",
    "'',                    http://[fd00::1]/,     false",
    "'',                    http://0.0.0.0/,       false",
    "'',                    http://203.0.114.1/,   true",
    "'127.0.0.1',           http://127.0.0.1:80/,  true",
    "'127.0.0.1',           http://127.0.0.2/,     false",
    "'127.0.0.1',           http://localhost/,     false",
    "'a.test localhost',    http://localhost/x,    true",
    "'10.0.0.0/8,::1/128',  http://10.255.0.1/,    true",
    "'10.0.0.0/8,::1/128',  http://[::1]/,         true",
    "'10.0.0.0/8,::1/128',  http://11.0.0.1/,      true",
    "'10.0.0.0/8,::1/128',  http://192.168.0.1/,   false",
    "'nonsense/99, 10.0.0.0/x', http://10.0.0.1/,  false"
  })
  void internalAddressesAreCalledOnlyWhereTheyAreAllowed(String allowed, URI url, boolean permitted)
      throws UnknownHostException {
    assertThat(new AddressRules(allowed).permit(url)).isEqualTo(permitted);
  }
}
