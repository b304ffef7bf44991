package dev.bricklayer.engine.claim;

import dev.bricklayer.contracts.JobId;
import dev.bricklayer.engine.claim.ScheduleRepository.Overdue;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes down what of one job fell due and nobody claimed, such as in an outage, before the job is
 * changed: it is not lost with the rule that it came from. What becomes of it is for the change and
 * for the deliveries to decide, as of everything that stands in the ledger.
 */
@Component
public class ClaimOverdue {

  private final ScheduleRepository schedule;
  private final Rules rules;
  private final ClaimSettings settings;

  ClaimOverdue(JdbcClient jdbc, Rules rules, ClaimSettings settings) {
    this.schedule = new ScheduleRepository(jdbc);
    this.rules = rules;
    this.settings = settings;
  }

  /** Belongs to the caller's transaction, which has locked the job and its schedule. */
  public void claim(JobId job) {
    for (Optional<Overdue> due = schedule.overdue(job);
        due.isPresent();
        due = schedule.overdue(job)) {
      claim(due.get());
    }
  }

  /** The leader looks at it at once. */
  private void claim(Overdue due) {
    DueJob job = due.job();
    Claim claim =
        Claim.of(job, rules.read(job.rule()), settings, () -> schedule.missedRule(job.jobId()));
    schedule.write(due.shard(), List.of(claim), Duration.ZERO);
  }
}
