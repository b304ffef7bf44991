package dev.bricklayer.engine.lease;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Takes, keeps and gives up leadership, and lets a leader write only while it leads. */
@Component
public class Leases {

  private final LeaseRepository repository;
  private final LeaderDatabase database;
  private final LeaseSettings settings;

  Leases(LeaseRepository repository, LeaderDatabase database, LeaseSettings settings) {
    this.repository = repository;
    this.database = database;
    this.settings = settings;
  }

  /** Becomes leader, unless somebody else was heard of lately. */
  public Optional<Lease> take(int shard, UUID holder) {
    return repository.take(shard, holder, settings.duration());
  }

  /** Says that the leader lives; false when somebody else leads by now. */
  public boolean renew(Lease lease) {
    return repository.extend(lease, settings.duration());
  }

  /**
   * Does what only a leader may, in one transaction on the leader's connection whose last statement
   * is the fence. It also renews the lease.
   *
   * @return what the work gave; empty when somebody else leads by now: then all of it was rolled
   *     back
   */
  public <T> Optional<T> fenced(Lease lease, Supplier<T> work) {
    return database.inTransaction(
        transaction -> {
          T done = work.get();
          if (repository.extend(lease, settings.duration())) {
            return Optional.of(done);
          }
          transaction.setRollbackOnly();
          return Optional.empty();
        });
  }

  /** Lets somebody else lead at once. */
  public void release(Lease lease) {
    repository.release(lease);
  }
}
