package dev.bricklayer.engine.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.JobId;
import dev.bricklayer.engine.ledger.Occurrence;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What comes together goes bot by bot. */
class TurnsTest {

  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  private final BotId many = new BotId(UUID.randomUUID());
  private final BotId one = new BotId(UUID.randomUUID());

  @Test
  void everyBotsFirstComesFirst() {
    Occurrence first = of(many);
    Occurrence second = of(many);
    Occurrence third = of(many);
    Occurrence other = of(one);
    assertThat(Turns.of(List.of(first, second, third, other)))
        .containsExactly(first, other, second, third);
  }

  @Test
  void ofNobodyThereIsNoTurn() {
    assertThat(Turns.of(List.of())).isEmpty();
  }

  private static Occurrence of(BotId bot) {
    return new Occurrence(new JobId(UUID.randomUUID()), bot, NOON);
  }
}
