package dev.bricklayer.engine.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class LateNoteTest {

  private static final Instant DUE = Instant.parse("2026-11-22T08:30:00Z");
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @Test
  void saysWhenItWasDueWhereTheJobLives() {
    assertThat(LateNote.under("Stand-up!", DUE, BERLIN, 1, "en"))
        .isEqualTo("Stand-up!\n\n_Late: this was due on Sun 22 Nov 2026, 09:30 (Europe/Berlin)._");
  }

  @Test
  void saysHowManyWereMissed() {
    assertThat(LateNote.under("Stand-up!", DUE, BERLIN, 12, "en"))
        .endsWith(" _12 reminders were missed up to it._");
  }

  @Test
  void speaksTheLanguageOfWhoeverMadeTheJob() {
    assertThat(LateNote.under("Планёрка", DUE, BERLIN, 1_200, "ru"))
        .startsWith("Планёрка\n\n_С опозданием: это должно было прийти вс 22 нояб. 2026, 09:30")
        .endsWith(" _Пропущено напоминаний подряд: 1200._");
  }

  @Test
  void speaksEnglishWhereNobodyTold() {
    assertThat(LateNote.under("Stand-up!", DUE, BERLIN, 1, null)).contains("_Late: ");
  }
}
