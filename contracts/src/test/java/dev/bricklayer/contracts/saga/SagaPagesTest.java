package dev.bricklayer.contracts.saga;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bricklayer.contracts.Sagas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The pages in {@code docs/sagas/} say what the maps say. To renew them: {@code ./mvnw -pl
 * contracts -am test -Dtest=SagaPagesTest -Drenew.pages=true}.
 */
class SagaPagesTest {

  private static final Path PAGES = Path.of("../docs/sagas");

  static List<SagaMap> maps() {
    return Sagas.ALL;
  }

  @ParameterizedTest
  @MethodSource("maps")
  void thePageOfEachMapIsFresh(SagaMap map) throws IOException {
    Path page = PAGES.resolve(map.name() + ".md");
    if (Boolean.getBoolean("renew.pages")) {
      Files.createDirectories(PAGES);
      Files.writeString(page, SagaPage.of(map));
    }
    assertThat(page)
        .as("renew it: ./mvnw -pl contracts -am test -Dtest=SagaPagesTest -Drenew.pages=true")
        .hasContent(SagaPage.of(map));
  }

  @Test
  void noPageSpeaksOfASagaThatIsGone() throws IOException {
    try (Stream<Path> pages = Files.list(PAGES)) {
      assertThat(pages.map(page -> page.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              Sagas.ALL.stream().map(map -> map.name() + ".md").toList());
    }
  }
}
