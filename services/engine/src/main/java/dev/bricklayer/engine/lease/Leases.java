package dev.bricklayer.engine.lease;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Takes, keeps and gives up leadership, and lets a leader write only while it leads. */
@Component
public class Leases {

  /**
   * The fence. No row says that somebody took over since. The row lock it takes lasts to the commit
   * that follows at once, so nobody can take over between the two.
   */
  public static final String FENCE =
      """
      update lease
      set until = clock_timestamp() + :millis * interval '1 millisecond'
      where shard = :shard and holder = :holder and epoch = :epoch
      """;

  private final LeaseRepository repository;
  private final LeaderDatabase database;
  private final LeaseSettings settings;

  Leases(LeaseRepository repository, LeaderDatabase database, LeaseSettings settings) {
    this.repository = repository;
    this.database = database;
    this.settings = settings;
  }

  /** Sees to it that there are as many shards as the settings say. */
  public void spread() {
    repository.spreadOver(settings.shards());
  }

  /**
   * All shards, as they stand for a copy that leads so many already: it leaves a shard that becomes
   * free to the others for a while, the longer the more it leads.
   */
  public List<Standing> standings(int led) {
    return repository.standings(settings.look().multipliedBy(led));
  }

  /** Becomes leader, unless somebody else was heard of lately. */
  public Optional<Lease> take(int shard, UUID holder) {
    return repository.take(shard, holder, settings.duration());
  }

  /** Asks a shard's leader to let it go. */
  public void askFor(int shard) {
    repository.askFor(shard);
  }

  /** Says that the leader lives; false when somebody else leads by now. */
  public boolean renew(Lease lease) {
    return repository.extend(lease, settings.duration());
  }

  /**
   * Does what only a leader may, in one transaction on a leader's connection whose last statement
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
