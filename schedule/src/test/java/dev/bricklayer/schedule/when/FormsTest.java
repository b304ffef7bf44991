package dev.bricklayer.schedule.when;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bricklayer.schedule.ScheduleReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The README's table of what can be typed is what is read. */
class FormsTest {

  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `([^`]+)` \\| `([^`]+)` \\| (.*?) \\| (.*)\\|$");

  /** A Wednesday, 10:00 in Berlin. */
  private static final Instant NOW = Instant.parse("2026-11-25T09:00:00Z");

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private final WhenReader reader = new WhenReader(new ScheduleReader());

  static List<Arguments> forms() {
    try {
      return ROW.matcher(Files.readString(Path.of("README.md")))
          .results()
          .flatMap(
              row ->
                  Stream.of(row.group(1), row.group(2))
                      .map(typed -> Arguments.of(typed, row.group(3), row.group(4).strip())))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void theReadmeHasATable() {
    assertThat(forms()).hasSizeGreaterThan(80);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("forms")
  void readsWhatTheReadmeSays(String typed, String words, String asked) {
    When when = reader.read(typed, BERLIN, NOW, Locale.ENGLISH);

    assertThat(when).isInstanceOf(When.Read.class);
    When.Read read = (When.Read) when;
    assertThat(read.schedule().inWords(Locale.ENGLISH)).isEqualTo(words + " (Europe/Berlin)");
    assertThat(read.hints().stream().map(hint -> hint.kind().code()))
        .containsExactlyElementsOf(
            Arrays.stream(asked.split(", ")).filter(code -> !code.isEmpty()).toList());
  }
}
