package dev.bricklayer.engine.lease;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
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
  private final LongSupplier nanos;

  /** When each was last known to be held, on the monotonic clock; before the database was asked. */
  private final Map<Lease, Long> heardOf = new ConcurrentHashMap<>();

  @Autowired
  Leases(LeaseRepository repository, LeaderDatabase database, LeaseSettings settings) {
    this(repository, database, settings, System::nanoTime);
  }

  Leases(
      LeaseRepository repository,
      LeaderDatabase database,
      LeaseSettings settings,
      LongSupplier nanos) {
    this.repository = repository;
    this.database = database;
    this.settings = settings;
    this.nanos = nanos;
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
    return extend(lease);
  }

  /**
   * As {@link #renew}, for a leader with nothing to write: it asks the database only when a quarter
   * of the lease has passed since it last did, for a sign of life costs a commit. A leader that
   * stood still for longer asks before it does anything.
   */
  public boolean keep(Lease lease) {
    Long last = heardOf.get(lease);
    boolean lately =
        last != null && nanos.getAsLong() - last < settings.duration().dividedBy(4).toNanos();
    return lately || renew(lease);
  }

  private boolean extend(Lease lease) {
    long asked = nanos.getAsLong();
    boolean leads = repository.extend(lease, settings.duration());
    if (leads) {
      heardOf.put(lease, asked);
    } else {
      heardOf.remove(lease);
    }
    return leads;
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
          if (extend(lease)) {
            return Optional.of(done);
          }
          transaction.setRollbackOnly();
          return Optional.empty();
        });
  }

  /** Lets somebody else lead at once. */
  public void release(Lease lease) {
    heardOf.remove(lease);
    repository.release(lease);
  }
}
