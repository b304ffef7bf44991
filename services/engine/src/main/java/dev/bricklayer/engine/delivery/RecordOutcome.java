package dev.bricklayer.engine.delivery;

import dev.bricklayer.contracts.state.RunState;
import dev.bricklayer.engine.delivery.VisitMattermost.Visit;
import dev.bricklayer.engine.ledger.Occurrence;
import dev.bricklayer.engine.ledger.OccurrenceState;
import dev.bricklayer.engine.publish.DatabaseClock;
import dev.bricklayer.engine.run.Runs;
import dev.bricklayer.mattermost.PostId;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The transaction after the calls. It counts only while no other sender took the occurrence. */
@Component
class RecordOutcome {

  private static final Logger LOG = LoggerFactory.getLogger(RecordOutcome.class);

  private final DeliveryRepository repository;
  private final Runs runs;
  private final DeliveryMeters meters;
  private final DatabaseClock clock;
  private final TransactionTemplate transactions;

  RecordOutcome(
      DeliveryRepository repository,
      Runs runs,
      DeliveryMeters meters,
      DatabaseClock clock,
      PlatformTransactionManager transactions) {
    this.repository = repository;
    this.runs = runs;
    this.meters = meters;
    this.clock = clock;
    this.transactions = new TransactionTemplate(transactions);
  }

  void record(Visit visit) {
    transactions.executeWithoutResult(
        _ -> {
          repository.lockJob(visit.sending().occurrence().jobId());
          if (!write(visit.sending(), visit.outcome())) {
            LOG.info(
                "occurrence {} was taken by another sender meanwhile, who settles it",
                visit.sending().occurrence().id());
          }
        });
  }

  private boolean write(Sending sending, Outcome outcome) {
    Occurrence occurrence = sending.occurrence();
    int attempt = sending.attempt();
    return switch (outcome) {
      case Outcome.Posted(var post) -> posted(sending, post);
      case Outcome.Again(var after, var why) -> {
        meters.triedAgain();
        yield repository.retry(occurrence, attempt, after, why);
      }
      case Outcome.Doubtful(var lookAfter, var why) -> {
        meters.doubted();
        yield repository.doubt(occurrence, attempt, lookAfter, why);
      }
      case Outcome.ProvenAbsent _ ->
          repository.handBack(occurrence, attempt, "an earlier try came to nothing");
      case Outcome.Refused(var stop, var why) ->
          ended(sending, OccurrenceState.FAILED, null, why) && stop(sending, stop);
      case Outcome.Unknowable(var stop, var why) ->
          ended(sending, OccurrenceState.UNKNOWN, null, why) && stop(sending, stop);
    };
  }

  private boolean posted(Sending sending, PostId post) {
    meters.posted(Duration.between(sending.occurrence().plannedAt(), clock.now()));
    return ended(sending, OccurrenceState.SENT, post, null);
  }

  private boolean ended(
      Sending sending, OccurrenceState state, @Nullable PostId post, @Nullable String why) {
    Occurrence occurrence = sending.occurrence();
    if (!repository.end(occurrence, sending.attempt(), state, post, why)) {
      return false;
    }
    meters.ended(state);
    RunState.Outcome outcome = RunOutcomes.of(state);
    if (outcome != null) {
      runs.finished(occurrence.jobId(), occurrence.plannedAt(), outcome);
    }
    if (why != null) {
      LOG.warn(
          "occurrence {} of job {} is {}: {}", occurrence.id(), occurrence.jobId(), state, why);
    }
    return true;
  }

  private boolean stop(Sending sending, Outcome.Stop stop) {
    Occurrence occurrence = sending.occurrence();
    switch (stop) {
      case Outcome.Stop.Nothing _ -> {}
      case Outcome.Stop.Job(var reason) -> runs.stop(occurrence.jobId(), reason);
      case Outcome.Stop.Bot(var reason) ->
          runs.stopBot(occurrence.botId(), sending.credentialsVersion(), reason);
    }
    return true;
  }
}
