package dev.bricklayer.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UpArgumentsTest {

  private static final Path ROOT = Path.of("/clone");

  @Test
  void withoutOptionsItIsTheDemoOnTheDocumentedPorts() throws Exception {
    UpOptions options = read();
    assertThat(options.data()).isEqualTo(Path.of("/clone/data/demo"));
    assertThat(options.mattermost()).isEmpty();
    assertThat(options.standInVersion()).isEqualTo("11.6");
    assertThat(options.listen()).isEqualTo("127.0.0.1");
    assertThat(options.fresh()).isFalse();
    assertThat(options.processes()).isFalse();
    assertThat(options.ports())
        .isEqualTo(new Ports(8080, 8081, 8082, 8083, 8084, 8085, 8086, 8088, 8065));
  }

  @Test
  void aPortBaseMovesEveryPort() throws Exception {
    assertThat(read("--port-base", "9000").ports())
        .isEqualTo(new Ports(9000, 9001, 9002, 9003, 9004, 9005, 9006, 9008, 9007));
  }

  @Test
  void aRealMattermostHasADataDirectoryOfItsOwn() throws Exception {
    UpOptions options = read("--mattermost", "https://Chat.example.org/");
    assertThat(options.mattermost()).contains(URI.create("https://Chat.example.org"));
    assertThat(options.data()).isEqualTo(Path.of("/clone/data/chat.example.org"));
  }

  @Test
  void aPublicAddressNeedsAnOpenPort() throws Exception {
    String[] url = {"--mattermost", "http://10.0.0.1", "--public-url", "http://10.0.0.2:8080"};
    assertThatThrownBy(() -> read(url))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("--listen");
    assertThat(read(url[0], url[1], url[2], url[3], "--listen", "0.0.0.0").listen())
        .isEqualTo("0.0.0.0");
    assertThat(read("--mattermost", "http://10.0.0.1", "--public-url", "http://localhost:8080"))
        .isNotNull();
  }

  @ParameterizedTest
  @CsvSource({
    "--nonsense, there is no option '--nonsense'",
    "--data, --data needs a value",
    "--data --fresh, --data needs a value",
    "--port-base x, --port-base 'x'",
    "--port-base 80, --port-base '80'",
    "--port-base 65528, --port-base '65528'",
    "--stand-in 10.11, plays 11.6 or 9.10",
    "--mattermost chat, --mattermost 'chat'",
    "--mattermost ftp://chat, --mattermost 'ftp://chat'",
    "--public-url http://localhost, --mattermost URL",
    "--stand-in 9.10 --mattermost http://chat, exclude each other",
  })
  void whatMakesNoSenseIsRefusedInOneSentence(String line, String words) {
    assertThatThrownBy(() -> read(line.split(" ")))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining(words);
  }

  private static UpOptions read(String... arguments) throws UsageException {
    return UpArguments.read(List.of(arguments), ROOT);
  }
}
