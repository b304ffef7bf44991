package dev.bricklayer.engine.delivery;

import dev.bricklayer.engine.lease.Lease;
import dev.bricklayer.engine.lease.Leases;
import dev.bricklayer.engine.ledger.Occurrence;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Takes up what stands still: retries whose time has come, senders that never came back, what Kafka
 * has and nobody took. It only hands them out again; what is to be done about each is for the
 * taking to decide.
 */
@Component
public class SweepOccurrences {

  private final SweepRepository repository;
  private final Leases leases;
  private final DeliverySettings settings;
  private final Counter swept;

  SweepOccurrences(
      SweepRepository repository, Leases leases, DeliverySettings settings, MeterRegistry meters) {
    this.repository = repository;
    this.leases = leases;
    this.settings = settings;
    this.swept = meters.counter("bricklayer.engine.swept");
  }

  /**
   * What is to be published once more.
   *
   * @param more whether there may be more right now
   */
  public record Swept(List<Occurrence> occurrences, boolean more) {}

  /** One limited batch; empty when somebody else leads by now. */
  public Optional<Swept> sweep(Lease lease) {
    if (!repository.anything(lease.shard())) {
      return Optional.of(new Swept(List.of(), false));
    }
    Optional<Swept> done = leases.fenced(lease, () -> choose(lease.shard()));
    done.ifPresent(found -> swept.increment(found.occurrences().size()));
    return done;
  }

  private Swept choose(int shard) {
    List<Occurrence> chosen = repository.choose(shard, settings.sweepBatch());
    return new Swept(chosen, chosen.size() == settings.sweepBatch());
  }
}
