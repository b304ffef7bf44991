package dev.bricklayer.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class SettableClockTest {

  private final SettableClock clock = SettableClock.at("2026-03-29T00:59:59Z");

  @Test
  void itStandsUntilItIsMoved() {
    assertThat(clock.instant()).isEqualTo("2026-03-29T00:59:59Z").isEqualTo(clock.instant());
    clock.advance(Duration.ofSeconds(1));
    assertThat(clock.instant()).isEqualTo("2026-03-29T01:00:00Z");
    clock.set(Instant.EPOCH);
    assertThat(clock.instant()).isEqualTo(Instant.EPOCH);
  }

  @Test
  void aClockForAnotherZoneMovesWithIt() {
    var berlin = clock.withZone(ZoneId.of("Europe/Berlin"));
    clock.advance(Duration.ofHours(1));
    assertThat(berlin.instant()).isEqualTo(clock.instant());
    assertThat(berlin.getZone()).isEqualTo(ZoneId.of("Europe/Berlin"));
  }
}
