package dev.bricklayer.engine.lead;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bricklayer.engine.lease.Standing;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who asks whom for a shard. */
class BalanceTest {

  private static final UUID SELF = UUID.randomUUID();
  private static final UUID OTHER = UUID.randomUUID();
  private static final UUID THIRD = UUID.randomUUID();

  @Test
  void aNewcomerAsksWhoLeadsTheMost() {
    assertThat(Balance.wish(led(OTHER, OTHER, OTHER, THIRD), SELF)).contains(2);
  }

  @Test
  void whoLeadsAsManyAsTheOthersAsksNobody() {
    assertThat(Balance.wish(led(SELF, OTHER), SELF)).isEmpty();
  }

  /** Otherwise three shards would go to and fro between two copies for ever. */
  @Test
  void oneMoreIsNotTooMany() {
    assertThat(Balance.wish(led(SELF, OTHER, OTHER), SELF)).isEmpty();
  }

  @Test
  void oneWishAtATime() {
    List<Standing> standings =
        List.of(
            new Standing(0, OTHER, false, true, true, false),
            new Standing(1, OTHER, false, true, false, false));
    assertThat(Balance.wish(standings, SELF)).isEmpty();
  }

  @Test
  void theDeadAreNotAsked() {
    List<Standing> standings =
        IntStream.range(0, 3)
            .mapToObj(shard -> new Standing(shard, OTHER, false, false, false, false))
            .toList();
    assertThat(Balance.wish(standings, SELF)).isEmpty();
  }

  private static List<Standing> led(UUID... holders) {
    return IntStream.range(0, holders.length)
        .mapToObj(shard -> new Standing(shard, holders[shard], false, true, false, false))
        .toList();
  }
}
