package dev.bricklayer.engine.claim;

import dev.bricklayer.contracts.Missed;
import dev.bricklayer.engine.ledger.Occurrence;
import dev.bricklayer.schedule.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The engine's decision about a due job, for a simulation that stands in another package. */
public final class SimulatedClaim {

  private static final ClaimSettings USUAL =
      new ClaimSettings(Duration.ofSeconds(12), 5000, Duration.ofSeconds(60), 2000);

  private SimulatedClaim() {}

  /** How long before its instant an occurrence is claimed. */
  public static Duration horizon() {
    return USUAL.horizon();
  }

  /**
   * What was decided; the parts of {@link Claim}.
   *
   * @param missed null when nothing was
   * @param next null when the schedule has ended
   */
  public record Claimed(List<Occurrence> fire, boolean late, Run missed, Instant next) {}

  /** Missed instants in a row. */
  public record Run(Instant first, Instant last, int count) {}

  /** Decides. */
  public static Claimed of(Occurrence due, Schedule schedule, Instant now, Missed rule) {
    DueJob job = new DueJob(due.jobId(), due.botId(), "", due.plannedAt(), now);
    Claim claim = Claim.of(job, schedule, USUAL, () -> rule);
    MissedRun missed = claim.missed();
    return new Claimed(
        claim.fire(),
        claim.late(),
        missed == null ? null : new Run(missed.first(), missed.last(), missed.count()),
        claim.next());
  }
}
