package dev.bricklayer.engine.delivery;

import dev.bricklayer.engine.deletebot.BotFirings;
import dev.bricklayer.engine.delivery.VisitMattermost.Visit;
import dev.bricklayer.engine.ledger.Occurrence;
import dev.bricklayer.engine.ledger.OccurrenceState;
import dev.bricklayer.engine.run.FinishedRun;
import dev.bricklayer.engine.run.Runs;
import dev.bricklayer.mattermost.PostId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The transaction after the calls. What a sender learnt counts only while no other took the
 * occurrence.
 */
@Component
class RecordOutcomes {

  private static final Logger log = LoggerFactory.getLogger(RecordOutcomes.class);

  private final DeliveryRepository repository;
  private final Runs runs;
  private final BotFirings firings;
  private final DeliveryMeters meters;
  private final TransactionTemplate transactions;

  RecordOutcomes(
      DeliveryRepository repository,
      Runs runs,
      BotFirings firings,
      DeliveryMeters meters,
      PlatformTransactionManager transactions) {
    this.repository = repository;
    this.runs = runs;
    this.firings = firings;
    this.meters = meters;
    this.transactions = new TransactionTemplate(transactions);
  }

  /** A post and what it was. */
  private record Posted(Sending sending, PostId id) {

    FinishedRun finished() {
      return new FinishedRun.Posted(sending.occurrence(), sending.channel(), id, sending.manual());
    }
  }

  /**
   * Returns when it is committed.
   *
   * @throws RuntimeException when it could not be: then the leader has it settled later
   */
  void record(Visit visit) {
    switch (visit.outcome()) {
      case Outcome.Posted _ -> recordPosts(List.of(visit));
      case Outcome.Again _,
          Outcome.Doubtful _,
          Outcome.ProvenAbsent _,
          Outcome.Refused _,
          Outcome.Unknowable _ ->
          alone(visit);
    }
  }

  /**
   * As {@link #record}, for visits that all ended with a post: with one transaction, so that the
   * more there are, the less each costs.
   */
  void recordPosts(List<Visit> visits) {
    List<Posted> posts = visits.stream().map(RecordOutcomes::posted).toList();
    transactions.executeWithoutResult(_ -> sent(posts));
  }

  private static Posted posted(Visit visit) {
    if (visit.outcome() instanceof Outcome.Posted(var post)) {
      return new Posted(visit.sending(), post);
    }
    throw new IllegalArgumentException("only posts are recorded together");
  }

  private void sent(List<Posted> posts) {
    List<Sending> sendings = posts.stream().map(Posted::sending).toList();
    repository.lockJobsOnly(sendings.stream().map(Sending::occurrence).toList());
    Set<Occurrence> ended =
        Set.copyOf(repository.setSent(sendings, posts.stream().map(Posted::id).toList()));
    if (ended.size() < posts.size()) {
      log.info(
          "{} posts belong to occurrences that other senders took meanwhile, who settle them",
          posts.size() - ended.size());
    }
    meters.ended(OccurrenceState.SENT, ended.size());
    runs.finished(
        posts.stream()
            .filter(post -> ended.contains(post.sending().occurrence()))
            .map(Posted::finished)
            .toList());
    firings.sendingEnded(ended.stream().map(Occurrence::botId).collect(Collectors.toSet()));
  }

  private void alone(Visit visit) {
    Occurrence occurrence = visit.sending().occurrence();
    transactions.executeWithoutResult(
        _ -> {
          repository.lockJobsOnly(List.of(occurrence));
          if (write(visit.sending(), visit.outcome())) {
            firings.sendingEnded(Set.of(occurrence.botId()));
          } else {
            log.info(
                "occurrence {} was taken by another sender meanwhile, who settles it",
                occurrence.id());
          }
        });
  }

  private boolean write(Sending sending, Outcome outcome) {
    Occurrence occurrence = sending.occurrence();
    int attempt = sending.attempt();
    return switch (outcome) {
      case Outcome.Posted _ -> throw new IllegalArgumentException("posts are recorded together");
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
      case Outcome.Refused(var stop, var why) -> ended(sending, OccurrenceState.FAILED, stop, why);
      case Outcome.Unknowable(var stop, var why) ->
          ended(sending, OccurrenceState.UNKNOWN, stop, why);
    };
  }

  private boolean ended(Sending sending, OccurrenceState state, Outcome.Stop stop, String why) {
    Occurrence occurrence = sending.occurrence();
    if (!repository.end(occurrence, sending.attempt(), state, null, why)) {
      return false;
    }
    meters.ended(state, 1);
    runs.finished(
        List.of(
            new FinishedRun.Undelivered(
                occurrence,
                state == OccurrenceState.UNKNOWN,
                stop.code(),
                why,
                sending.channel(),
                sending.text(),
                sending.manual())));
    stop(sending, stop);
    log.warn("occurrence {} of job {} is {}: {}", occurrence.id(), occurrence.jobId(), state, why);
    return true;
  }

  private void stop(Sending sending, Outcome.Stop stop) {
    Occurrence occurrence = sending.occurrence();
    switch (stop) {
      case Outcome.Stop.Nothing _ -> {}
      case Outcome.Stop.Job(var reason) -> runs.stop(occurrence.jobId(), sending.channel(), reason);
      case Outcome.Stop.Bot(var reason) ->
          runs.stopBot(occurrence.botId(), sending.credentialsVersion(), reason);
    }
  }
}
