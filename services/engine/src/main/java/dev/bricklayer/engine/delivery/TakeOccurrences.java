package dev.bricklayer.engine.delivery;

import dev.bricklayer.contracts.JobId;
import dev.bricklayer.contracts.RefusalCode;
import dev.bricklayer.engine.claim.Rules;
import dev.bricklayer.engine.deletebot.BotFirings;
import dev.bricklayer.engine.ledger.Occurrence;
import dev.bricklayer.engine.ledger.OccurrenceState;
import dev.bricklayer.engine.run.FinishedRun;
import dev.bricklayer.engine.run.MissedRuns;
import dev.bricklayer.engine.run.Runs;
import dev.bricklayer.mattermost.ChannelId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.IdGenerator;

/**
 * The transaction that sets SENDING, for as many as come together. It makes delivery happen once:
 * however often Kafka brings an occurrence, to however many copies, one taking finds it READY. And
 * it makes edits win: what is sent is read here, under the jobs' locks.
 */
@Component
class TakeOccurrences {

  private static final Logger log = LoggerFactory.getLogger(TakeOccurrences.class);

  private final DeliveryRepository repository;
  private final Runs runs;
  private final MissedRuns missedRuns;
  private final BotFirings firings;
  private final Rules rules;
  private final DeliverySettings settings;
  private final DeliveryMeters meters;
  private final TransactionTemplate transactions;
  private final UUID owner;

  TakeOccurrences(
      DeliveryRepository repository,
      Runs runs,
      MissedRuns missedRuns,
      BotFirings firings,
      Rules rules,
      DeliverySettings settings,
      DeliveryMeters meters,
      IdGenerator ids,
      PlatformTransactionManager transactions) {
    this.repository = repository;
    this.runs = runs;
    this.missedRuns = missedRuns;
    this.firings = firings;
    this.rules = rules;
    this.settings = settings;
    this.meters = meters;
    this.owner = ids.generateId();
    this.transactions = new TransactionTemplate(transactions);
  }

  /** Has them to itself from now on: those among them that are to be sent or settled. */
  List<Sending> take(List<Occurrence> occurrences) {
    return inTransaction(() -> takeUnderLock(occurrences));
  }

  /**
   * Takes one more time before its request is written, because much time has passed. Empty when
   * another sender has it by now, or when there is nothing to send any more.
   */
  Optional<Sending> again(Sending sending) {
    List<Occurrence> one = List.of(sending.occurrence());
    List<Sending> taken =
        inTransaction(
            () -> {
              repository.lockJobsOnly(one);
              boolean mine =
                  sending.inDoubt()
                      ? repository.expire(sending.occurrence(), sending.attempt())
                      : repository.handBack(sending.occurrence(), sending.attempt(), null);
              return mine ? takeAgainUnderLock(one) : List.of();
            });
    return taken.stream().findFirst();
  }

  private List<Sending> takeAgainUnderLock(List<Occurrence> one) {
    List<Sending> taken = takeUnderLock(one);
    if (taken.isEmpty()) {
      firings.sendingEnded(Set.of(one.getFirst().botId()));
    }
    return taken;
  }

  private List<Sending> takeUnderLock(List<Occurrence> occurrences) {
    Map<JobId, JobNow> jobs = repository.lockJobs(occurrences);
    Map<Occurrence, LedgerEntry> entries = repository.lock(occurrences);
    if (entries.size() < occurrences.size()) {
      log.warn(
          "{} of {} occurrences stand in no ledger and are not sent",
          occurrences.size() - entries.size(),
          occurrences.size());
    }
    List<Decided> decided =
        entries.entrySet().stream()
            .map(each -> decide(each.getKey(), each.getValue(), jobs.get(each.getKey().jobId())))
            .toList();
    missThose(decided.stream().filter(each -> each.taking instanceof Taking.Miss).toList());
    List<Sending> taken = decided.stream().flatMap(each -> carryOut(each).stream()).toList();
    if (!taken.isEmpty()) {
      repository.setSending(taken, owner, settings.sendingFor());
    }
    return taken;
  }

  /** What is to become of one of them. */
  private record Decided(
      Occurrence occurrence, LedgerEntry entry, @Nullable JobNow job, Taking taking) {}

  private Decided decide(Occurrence occurrence, LedgerEntry entry, @Nullable JobNow job) {
    return new Decided(
        occurrence, entry, job, Taking.of(occurrence.plannedAt(), entry, job, settings));
  }

  private Optional<Sending> carryOut(Decided decided) {
    Occurrence occurrence = decided.occurrence;
    LedgerEntry entry = decided.entry;
    JobNow job = decided.job;
    return switch (decided.taking) {
      case Taking.Leave _, Taking.Miss _ -> Optional.empty();
      case Taking.NotYet _ -> {
        repository.awaitInstant(occurrence);
        yield Optional.empty();
      }
      case Taking.Send send -> send(occurrence, entry, Objects.requireNonNull(job), send.late());
      case Taking.Settle _ -> settle(occurrence, entry, job);
      case Taking.Cancel _ -> end(occurrence, entry, OccurrenceState.CANCELLED, "the job is gone");
      case Taking.Withdraw(var end) -> end(occurrence, entry, end, "the job was changed");
      case Taking.Stopped(var reason) ->
          fail(occurrence, entry, Objects.requireNonNull(job), reason, "stopped: " + reason.word());
      case Taking.GiveUp _ ->
          fail(
              occurrence,
              entry,
              Objects.requireNonNull(job),
              null,
              "not posted in all the time it was tried");
    };
  }

  private Optional<Sending> send(
      Occurrence occurrence, LedgerEntry entry, JobNow job, boolean late) {
    if (late) {
      tellOfTheRunBefore(occurrence, entry);
    }
    String text = late ? lateText(occurrence, job) : job.text();
    ChannelId channel = entry.channelOr(job.channel());
    return sending(occurrence, entry, job, text, channel, job.now(), false);
  }

  /** Where and since when the doubt is stands in the row: the job may speak elsewhere by now. */
  private Optional<Sending> settle(Occurrence occurrence, LedgerEntry entry, @Nullable JobNow job) {
    ChannelId channel = entry.doubtIn();
    Instant since = entry.doubtSince();
    if (job == null || channel == null || since == null) {
      end(occurrence, entry, OccurrenceState.UNKNOWN, "its job went while it was being sent");
      runs.finished(List.of(new FinishedRun.Orphaned(occurrence)));
      firings.sendingEnded(Set.of(occurrence.botId()));
      return Optional.empty();
    }
    String text = entry.late() ? lateText(occurrence, job) : job.text();
    return sending(occurrence, entry, job, text, channel, since, true);
  }

  private static Optional<Sending> sending(
      Occurrence occurrence,
      LedgerEntry entry,
      JobNow job,
      String text,
      ChannelId channel,
      Instant firstTry,
      boolean inDoubt) {
    return Optional.of(
        new Sending(
            occurrence,
            entry.attempt() + 1,
            text,
            channel,
            job.account(),
            job.formerAccounts(),
            job.credentials(),
            job.credentialsVersion(),
            firstTry,
            inDoubt,
            job.stopReason() == null
                && entry.withdrawn() == null
                && job.hadTheseCredentialsAt(firstTry),
            entry.isManual(),
            job.now(),
            Stopwatch.start()));
  }

  private String lateText(Occurrence occurrence, JobNow job) {
    return LateNote.under(
        job.text(),
        occurrence.plannedAt(),
        rules.read(job.rule()).zone(),
        repository.missedBefore(occurrence) + 1,
        job.language());
  }

  /** Those given up right before it are told of when it is first decided about, whatever comes. */
  private void tellOfTheRunBefore(Occurrence occurrence, LedgerEntry entry) {
    if (entry.attempt() == 0) {
      runs.finished(List.copyOf(missedRuns.before(List.of(occurrence)).values()));
    }
  }

  /**
   * All at once, for after an outage they come by the hundred thousand; and before the others, one
   * of which may say in its channel how many were missed.
   */
  private void missThose(List<Decided> missed) {
    if (missed.isEmpty()) {
      return;
    }
    List<Occurrence> occurrences = missed.stream().map(Decided::occurrence).toList();
    Map<Occurrence, FinishedRun.Missed> before =
        missedRuns.before(
            missed.stream()
                .filter(each -> each.entry.attempt() == 0)
                .map(Decided::occurrence)
                .toList());
    repository.setMissed(occurrences, missed.stream().map(each -> each.entry.attempt()).toList());
    runs.finished(occurrences.stream().map(each -> together(before.get(each), each)).toList());
    meters.ended(OccurrenceState.MISSED, missed.size());
    log.info("{} occurrences are too late and MISSED", missed.size());
  }

  private static FinishedRun together(FinishedRun.@Nullable Missed run, Occurrence occurrence) {
    return run == null
        ? new FinishedRun.Missed(occurrence, occurrence.plannedAt(), 1)
        : new FinishedRun.Missed(occurrence, run.first(), run.count() + 1);
  }

  private Optional<Sending> fail(
      Occurrence occurrence,
      LedgerEntry entry,
      JobNow job,
      @Nullable RefusalCode code,
      String reason) {
    if (entry.late()) {
      tellOfTheRunBefore(occurrence, entry);
    }
    end(occurrence, entry, OccurrenceState.FAILED, reason);
    runs.finished(
        List.of(
            new FinishedRun.Undelivered(
                occurrence,
                false,
                code,
                reason,
                entry.channelOr(job.channel()),
                job.text(),
                entry.isManual())));
    return Optional.empty();
  }

  private Optional<Sending> end(
      Occurrence occurrence, LedgerEntry entry, OccurrenceState state, String reason) {
    repository.end(occurrence, entry.attempt(), state, null, reason);
    meters.ended(state, 1);
    log.info("occurrence {} is {}: {}", occurrence.id(), state, reason);
    return Optional.empty();
  }

  private List<Sending> inTransaction(Supplier<List<Sending>> work) {
    return Objects.requireNonNull(transactions.execute(_ -> work.get()));
  }
}
