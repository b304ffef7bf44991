package dev.bricklayer.messaging;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** Tells a partition that is behind from one that does not move. */
final class StuckPartitions {

  private final Duration after;
  private final Map<TopicPartition, Seen> seen = new HashMap<>();

  /**
   * A judge of progress.
   *
   * @param after how long a partition with records may stand still
   */
  StuckPartitions(Duration after) {
    this.after = after;
  }

  /** How far the group has come in a partition, and how far it could. */
  record Progress(long committed, long end) {

    long lag() {
      return Math.max(0, end - committed);
    }
  }

  private record Seen(long committed, Instant since, boolean told) {}

  /**
   * Looks at how far everything is now.
   *
   * @return the partitions that have just been found stuck: each is told once, until it moves
   */
  List<TopicPartition> look(Map<TopicPartition, Progress> now, Instant at) {
    List<TopicPartition> stuck = new ArrayList<>();
    now.forEach(
        (partition, progress) -> {
          Seen before = seen.get(partition);
          if (before == null || before.committed() != progress.committed() || progress.lag() == 0) {
            seen.put(partition, new Seen(progress.committed(), at, false));
          } else if (!before.told() && !at.isBefore(before.since().plus(after))) {
            seen.put(partition, new Seen(before.committed(), before.since(), true));
            stuck.add(partition);
          }
        });
    return stuck;
  }
}
