package dev.bricklayer.bff.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bricklayer.bff.world.FromEnvironment;
import dev.bricklayer.contracts.SagaId;
import dev.bricklayer.testkit.SettableClock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RoomTest {

  private final SettableClock clock = SettableClock.at("2026-11-01T09:00:00Z");
  private final Room room =
      new Room(
          FromEnvironment.settings(
              OperationSettings.class,
              Map.of(
                  "BRICKLAYER_OPERATIONS_AT_ONCE",
                  "2",
                  "BRICKLAYER_OPERATIONS_STUCK_AFTER",
                  "30s")),
          clock);
  private final SagaId first = new SagaId(UUID.randomUUID());
  private final SagaId second = new SagaId(UUID.randomUUID());
  private final SagaId third = new SagaId(UUID.randomUUID());

  @Test
  void isThereForAsManyAsMayBeUnderWay() {
    assertThat(room.take(first)).isTrue();
    assertThat(room.take(second)).isTrue();
    assertThat(room.take(third)).isFalse();
    assertThat(room.size()).isEqualTo(2);
  }

  @Test
  void isFreeAgainWhenOneHasEnded() {
    room.take(first);
    room.take(second);

    room.leave(first);
    room.leave(first);

    assertThat(room.take(third)).isTrue();
    assertThat(room.take(first)).isFalse();
  }

  @Test
  void isNotHeldByWhatIsStuck() {
    room.take(first);
    clock.advance(Duration.ofSeconds(20));
    room.take(second);
    clock.advance(Duration.ofSeconds(11));

    assertThat(room.take(third)).as("in place of the first").isTrue();
    assertThat(room.take(first)).as("the second is young").isFalse();
  }
}
