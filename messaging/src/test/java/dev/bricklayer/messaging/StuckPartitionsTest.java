package dev.bricklayer.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bricklayer.messaging.StuckPartitions.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class StuckPartitionsTest {

  private static final TopicPartition PARTITION = new TopicPartition("t", 0);
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final StuckPartitions stuck = new StuckPartitions(Duration.ofSeconds(30));

  @Test
  void aPartitionWithRecordsThatStandsStillIsToldOnce() {
    assertThat(look(0, 10, 50)).isFalse();
    assertThat(look(29, 10, 60)).isFalse();
    assertThat(look(30, 10, 70)).isTrue();
    assertThat(look(300, 10, 80)).isFalse();
  }

  @Test
  void aPartitionThatIsFarBehindButMovesIsNotStuck() {
    assertThat(look(0, 10, 5000)).isFalse();
    assertThat(look(40, 11, 6000)).isFalse();
    assertThat(look(69, 11, 7000)).isFalse();
    assertThat(look(70, 11, 7000)).isTrue();
  }

  @Test
  void aPartitionWithoutRecordsIsNotStuck() {
    assertThat(look(0, 10, 10)).isFalse();
    assertThat(look(300, 10, 10)).isFalse();
    assertThat(look(301, 10, 11)).as("it has just got one").isFalse();
  }

  @Test
  void aPartitionThatMovedAndStoodStillAgainIsToldAgain() {
    look(0, 10, 50);
    assertThat(look(30, 10, 50)).isTrue();
    look(31, 11, 50);
    assertThat(look(61, 11, 50)).isTrue();
  }

  private boolean look(int second, long committed, long end) {
    return stuck
        .look(Map.of(PARTITION, new Progress(committed, end)), START.plusSeconds(second))
        .contains(PARTITION);
  }
}
