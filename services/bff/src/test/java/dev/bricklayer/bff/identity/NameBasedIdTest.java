package dev.bricklayer.bff.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class NameBasedIdTest {

  @Test
  void isTheOneThatTheStandardGivesAsExample() {
    UUID domainNames = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");

    assertThat(NameBasedId.of(domainNames, "www.example.com"))
        .hasToString("2ed6657d-e927-568b-95e1-2665a8aea6a2");
  }
}
