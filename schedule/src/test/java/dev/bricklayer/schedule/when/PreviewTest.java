package dev.bricklayer.schedule.when;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bricklayer.schedule.Schedule;
import dev.bricklayer.schedule.ScheduleSpec;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class PreviewTest {

  /** A Wednesday, 10:00 in Berlin. */
  private static final Instant NOW = Instant.parse("2026-11-25T09:00:00Z");

  private static final String BERLIN = "Europe/Berlin";

  @Test
  void saysTheRuleItsZoneAndTheNextRuns() {
    Schedule weekdays = Schedule.of(ScheduleSpec.ofCron("0 10 * * MON-FRI", BERLIN));

    Preview preview = Preview.of(weekdays, NOW, 3, Locale.ENGLISH);

    assertThat(preview.words()).isEqualTo("on weekdays at 10:00 (Europe/Berlin)");
    assertThat(preview.runs())
        .extracting(Moment::inWords)
        .containsExactly("Thu 26 Nov 10:00", "Fri 27 Nov 10:00", "Mon 30 Nov 10:00");
    assertThat(preview.runs())
        .extracting(Moment::distance)
        .containsExactly("in 24 h", "in 2 d", "in 5 d");
    assertThat(preview.runs().getFirst().at()).isEqualTo("2026-11-26T10:00+01:00[Europe/Berlin]");
  }

  @Test
  void speaksRussian() {
    Schedule once = Schedule.of(ScheduleSpec.ofAt("2026-11-25T10:20", BERLIN));

    Preview preview = Preview.of(once, NOW, 3, Locale.of("ru"));

    assertThat(preview.words())
        .isEqualTo("один раз, в среду 25 ноября 2026 года в 10:20 (Europe/Berlin)");
    assertThat(preview.runs()).hasSize(1);
    assertThat(preview.runs().getFirst().inWords()).isEqualTo("ср 25 нояб. 10:20");
    assertThat(preview.runs().getFirst().distance()).isEqualTo("через 20 мин");
  }

  @Test
  void namesAYearThatIsNotThisOne() {
    Schedule once = Schedule.of(ScheduleSpec.ofAt("2027-01-01T10:00", BERLIN));

    assertThat(Preview.of(once, NOW, 1, Locale.ENGLISH).runs().getFirst().inWords())
        .isEqualTo("Fri 1 Jan 2027 10:00");
  }

  @Test
  void whatHasPassedHasNoDistance() {
    assertThat(Moment.of(NOW.minusSeconds(1), ZoneId.of(BERLIN), NOW, Locale.ENGLISH).distance())
        .isEmpty();
  }
}
