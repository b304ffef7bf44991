package dev.bricklayer.engine.preflight;

import dev.bricklayer.contracts.PlannedChannel;
import dev.bricklayer.engine.channel.ChannelClient;
import dev.bricklayer.engine.channel.ChannelQuestion;
import dev.bricklayer.engine.channel.ChannelVerdict;
import dev.bricklayer.engine.channel.ChannelVerdict.Closed;
import dev.bricklayer.engine.channel.MentionRight;
import dev.bricklayer.engine.planning.JobPlans;
import dev.bricklayer.engine.run.Runs;
import dev.bricklayer.mattermost.ChannelId;
import dev.bricklayer.messaging.Attempt;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks once a day whether each job could be delivered: the token, the channel, the bot in it, and,
 * where the bot speaks for somebody, that person in it; and, where a text mentions all of the
 * channel, whether that notifies them. What could not is stopped as a refused delivery would stop
 * it, only before a reminder is lost to it. An outage proves nothing.
 */
@Component
class LookAhead {

  private static final Logger log = LoggerFactory.getLogger(LookAhead.class);

  private final PreflightRepository repository;
  private final ChannelClient channels;
  private final MentionRight mentions;
  private final JobPlans plans;
  private final Runs runs;
  private final PreflightSettings settings;
  private final TransactionTemplate transactions;

  LookAhead(
      PreflightRepository repository,
      ChannelClient channels,
      MentionRight mentions,
      JobPlans plans,
      Runs runs,
      PreflightSettings settings,
      PlatformTransactionManager transactions) {
    this.repository = repository;
    this.channels = channels;
    this.mentions = mentions;
    this.plans = plans;
    this.runs = runs;
    this.settings = settings;
    this.transactions = new TransactionTemplate(transactions);
  }

  /** One round. */
  @Scheduled(
      initialDelayString = "${bricklayer.engine.preflight.every:1m}",
      fixedDelayString = "${bricklayer.engine.preflight.every:1m}")
  void look() {
    try {
      repository.take(settings.age(), settings.atOnce()).stream()
          .collect(Collectors.groupingBy(StandingJob::question))
          .forEach(this::look);
    } catch (DataAccessException e) {
      log.warn("Jobs could not be looked at ahead; the next round tries again", e);
    }
  }

  /** All that speak for the same person in the same place have one answer. */
  private void look(ChannelQuestion question, List<StandingJob> jobs) {
    switch (channels.mayItSpeak(question)) {
      case Attempt.Answered<ChannelVerdict>(ChannelVerdict.Open(var channel)) ->
          lookAtMentions(question, channel, jobs);
      case Attempt.Answered<ChannelVerdict>(Closed closed) ->
          jobs.forEach(job -> transactions.executeWithoutResult(_ -> stop(job, closed)));
      case Attempt.Later<ChannelVerdict>(_, var why) -> {
        log.info("Mattermost did not say whether {} jobs could be delivered: {}", jobs.size(), why);
        repository.putBack(jobs, settings.age(), settings.againAfter());
      }
    }
  }

  /** It is posted either way; its owner hears once that it notifies nobody. */
  private void lookAtMentions(
      ChannelQuestion question, PlannedChannel channel, List<StandingJob> jobs) {
    List<StandingJob> mentioning = jobs.stream().filter(StandingJob::mentionsAll).toList();
    if (!mentioning.isEmpty()) {
      mentions
          .of(question, channel)
          .ifPresent(
              heard ->
                  mentioning.stream()
                      .filter(job -> job.knownAsMuted() == heard)
                      .forEach(job -> transactions.executeWithoutResult(_ -> tell(job, !heard))));
    }
  }

  private void tell(StandingJob job, boolean muted) {
    if (plans.lock(job.botId(), job.id()).isPresent() && repository.keepMuted(job, muted)) {
      runs.mentionsChecked(job.id(), job.botId(), job.revision(), muted);
    }
  }

  /**
   * Under the job's lock, like whatever else stops it; what was changed meanwhile is left alone.
   */
  private void stop(StandingJob job, Closed closed) {
    if (plans.lock(job.botId(), job.id()).isEmpty()) {
      return;
    }
    switch (closed.cause()) {
      case CHANNEL, DIRECT ->
          runs.stopAhead(job.id(), job.botId(), new ChannelId(job.channel().id()), closed.code());
      case TOKEN, CREDENTIALS, KIND ->
          runs.stopBot(job.botId(), job.credentialsVersion(), closed.code());
    }
  }
}
