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
    assertThat(LateNote.under("Stand-up!", DUE, BERLIN, 1))
        .isEqualTo("Stand-up!\n\n_Late: this was due on Sun 22 Nov 2026, 09:30 (Europe/Berlin)._");
  }

  @Test
  void saysHowManyWereMissed() {
    assertThat(LateNote.under("Stand-up!", DUE, BERLIN, 12))
        .endsWith(" _12 reminders were missed up to it._");
  }
}
