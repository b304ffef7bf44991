package dev.bricklayer.engine.claim;

import dev.bricklayer.engine.lease.Lease;
import dev.bricklayer.engine.lease.Leases;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Moves jobs to where their bots belong after the number of shards was changed, a page in a
 * transaction, while they go on firing: a job fires from the shard it stands in, whichever that is.
 */
@Component
public class SpreadJobs {

  private static final Logger log = LoggerFactory.getLogger(SpreadJobs.class);

  /** Where a walk through a shard begins. */
  public static final UUID BEGINNING = new UUID(0, 0);

  private static final int PAGE = 2_000;

  private final SpreadRepository repository;
  private final Leases leases;

  SpreadJobs(SpreadRepository repository, Leases leases) {
    this.repository = repository;
    this.leases = leases;
  }

  /**
   * Looks at one page.
   *
   * @param after the last job that was looked at
   * @return the last one now; {@link #BEGINNING} when it was the last page; empty when somebody
   *     else leads by now
   */
  public Optional<UUID> step(Lease lease, UUID after) {
    return leases.fenced(lease, () -> move(lease.shard(), after));
  }

  private UUID move(int shard, UUID after) {
    List<UUID> seen = repository.move(shard, after, PAGE);
    if (seen.size() == PAGE) {
      return seen.getLast();
    }
    repository.done(shard);
    log.info("the jobs of shard {} stand where they belong", shard);
    return BEGINNING;
  }
}
