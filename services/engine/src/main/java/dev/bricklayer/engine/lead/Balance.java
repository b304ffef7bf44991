package dev.bricklayer.engine.lead;

import dev.bricklayer.engine.lease.Standing;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Which shard a copy asks for, so that in the end all copies lead about as many. */
final class Balance {

  private Balance() {}

  /**
   * One of the shards of the copy that leads the most, if that is at least two more than this one
   * does: so nobody asks for what would only be asked back. Nothing while another wish is open.
   */
  static Optional<Integer> wish(List<Standing> standings, UUID self) {
    if (standings.stream().anyMatch(Standing::wanted)) {
      return Optional.empty();
    }
    Map<UUID, List<Standing>> byHolder =
        standings.stream()
            .filter(standing -> standing.led() && standing.holder() != null)
            .collect(Collectors.groupingBy(Standing::holder));
    int mine = byHolder.getOrDefault(self, List.of()).size();
    return byHolder.values().stream()
        .filter(theirs -> theirs.size() >= mine + 2)
        .max(Comparator.comparingInt(List::size))
        .map(theirs -> theirs.getLast().shard());
  }
}
