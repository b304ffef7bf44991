package dev.bricklayer.engine;

import static org.awaitility.Awaitility.await;

import dev.bricklayer.testkit.checker.Checker;
import dev.bricklayer.testkit.checker.Content;
import dev.bricklayer.testkit.checker.Evidence;
import dev.bricklayer.testkit.checker.FoundPost;
import dev.bricklayer.testkit.checker.JobHistory;
import dev.bricklayer.testkit.checker.KafkaReader;
import dev.bricklayer.testkit.checker.LedgerReader;
import dev.bricklayer.testkit.checker.Moment;
import dev.bricklayer.testkit.checker.Reckoning;
import dev.bricklayer.testkit.checker.Report;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;

/**
 * What a test did to its jobs, kept for the checker: all that it hears of them is what was
 * acknowledged here.
 */
public final class CheckedJobs {

  private final Installation installation;
  private final LedgerReader ledger;
  private final Map<UUID, JobHistory> histories = new ConcurrentHashMap<>();
  private volatile Instant first = Instant.MAX;

  CheckedJobs(Installation installation) {
    this.installation = installation;
    this.ledger = new LedgerReader(installation.database());
  }

  /** A change of what is known of a job. */
  public interface Change extends BiFunction<JobHistory, Moment, JobHistory> {}

  /** From the first on, this job is due at its instant and, in this test, never again. */
  public PlannedJob add(PlannedJob job) {
    return add(job, Reckoning.at(job.at()));
  }

  /** From the first on, this job is due by this reckoning. */
  public PlannedJob add(PlannedJob job, Reckoning due) {
    // The row was written before anybody could look, however long ago its instant is.
    add(job, Moment.at(Instant.EPOCH), due);
    return job;
  }

  /** This job was created then. */
  public void add(PlannedJob job, Moment moment, Reckoning due) {
    first = job.at().isBefore(first) ? job.at() : first;
    histories.put(job.job(), JobHistory.created(job.job(), moment, content(job, due)));
  }

  /** What the job says from the beginning. */
  public Content content(PlannedJob job, Reckoning due) {
    String channel =
        installation
            .ledger()
            .jdbc()
            .sql("select channel_id from job where job_id = :job")
            .param("job", job.job())
            .query(String.class)
            .single();
    return Content.of(job.text(), channel, due);
  }

  /** Has the job changed, and notes between which instants that came into force. */
  public Moment change(PlannedJob job, Runnable asked, Change change) {
    Instant before = ledger.now();
    asked.run();
    Moment moment = new Moment(before, ledger.now());
    histories.computeIfPresent(job.job(), (_, history) -> change.apply(history, moment));
    return moment;
  }

  /** Waits until all that was planned before this instant is final. */
  public void awaitQuiet(Instant until) {
    await().atMost(Duration.ofMinutes(2)).until(() -> ledger.isQuiet(until));
  }

  /** Judges all that was planned before this instant. */
  public Report check(Instant until) {
    return Checker.check(evidence(until));
  }

  /** All there is to judge by. */
  public Evidence evidence(Instant until) {
    return Evidence.between(
        first, until, List.copyOf(histories.values()), ledger.between(first, until), posts());
  }

  /** The same, and all that was told of it. */
  public Evidence evidenceWithNews(Instant until) {
    await().atMost(Duration.ofMinutes(1)).until(ledger::isTold);
    KafkaReader told = new KafkaReader(installation.kafka());
    return evidence(until).besides(told.asked(), ledger.manual(first, until)).told(told.news());
  }

  private List<FoundPost> posts() {
    return installation.mattermost().posted().stream()
        .filter(post -> post.userId().equals(installation.account().userId()))
        .flatMap(
            post ->
                FoundPost.read(post.id(), post.channelId(), post.at(), post.message(), post.props())
                    .stream())
        .toList();
  }
}
