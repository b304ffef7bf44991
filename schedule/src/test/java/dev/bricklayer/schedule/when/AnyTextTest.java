package dev.bricklayer.schedule.when;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bricklayer.schedule.ScheduleReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever is typed, there is an answer, and an answer that was certain is stable. */
class AnyTextTest {

  private static final Instant NOW = Instant.parse("2026-11-25T09:00:00Z");
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private static final List<String> SIGNS =
      List.of(", ", ":", "-", ".", "/", "*", "(", "0", "9", "30", "9:30", "1st", "15-е", "2026");

  private final long seed = Long.getLong("schedule.seed", System.nanoTime());
  private final Random random = new Random(seed);
  private final WhenReader reader = new WhenReader(new ScheduleReader());

  @Test
  void isReadOrRefusedWithAReason() throws IOException {
    List<String> words = words();
    for (int i = 0; i < 10_000; i++) {
      String typed =
          IntStream.range(0, random.nextInt(1, 9))
              .mapToObj(_ -> words.get(random.nextInt(words.size())))
              .collect(Collectors.joining(random.nextInt(5) == 0 ? "" : " "));
      answers(typed);
    }
  }

  private void answers(String typed) {
    switch (reader.read(typed, BERLIN, NOW, Locale.ENGLISH)) {
      case When.Read read -> {
        String words = read.schedule().inWords(Locale.ENGLISH);
        assertThat(reader.read(words, BERLIN, NOW, Locale.ENGLISH))
            .as("“%s” is read as “%s”, -Dschedule.seed=%d", typed, words, seed)
            .isInstanceOfSatisfying(
                When.Read.class,
                again ->
                    assertThat(again.schedule().next(NOW, 50))
                        .as("“%s” is read as “%s”, -Dschedule.seed=%d", typed, words, seed)
                        .isEqualTo(read.schedule().next(NOW, 50)));
      }
      case When.NotUnderstood(String code, String detail, _) ->
          assertThat(List.of(code, detail)).as(typed).doesNotContain("");
    }
  }

  private static List<String> words() throws IOException {
    Properties properties = new Properties();
    try (Reader in =
        new InputStreamReader(
            Objects.requireNonNull(Lexicon.class.getResourceAsStream("words.properties")),
            StandardCharsets.UTF_8)) {
      properties.load(in);
    }
    Stream<String> known =
        properties.values().stream().flatMap(forms -> Arrays.stream(forms.toString().split(" ")));
    return Stream.concat(known, IntStream.range(0, 20).boxed().flatMap(_ -> SIGNS.stream()))
        .toList();
  }
}
