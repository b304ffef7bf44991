package dev.bricklayer.engine.run;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.JobId;
import dev.bricklayer.contracts.RefusalCode;
import dev.bricklayer.contracts.reminder.BotSilenced;
import dev.bricklayer.contracts.reminder.JobSilenced;
import dev.bricklayer.contracts.reminder.MentionsChecked;
import dev.bricklayer.contracts.state.RunState;
import dev.bricklayer.engine.publish.DatabaseClock;
import dev.bricklayer.mattermost.ChannelId;
import dev.bricklayer.messaging.Outbox;
import dev.bricklayer.messaging.Outgoing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * How jobs and bots run: kept, and said to the others. Each call belongs to the caller's
 * transaction, which holds the job's lock.
 */
@Component
public class Runs {

  private static final Logger log = LoggerFactory.getLogger(Runs.class);

  private final RunRepository repository;
  private final Outbox outbox;
  private final DatabaseClock clock;

  Runs(RunRepository repository, Outbox outbox, DatabaseClock clock) {
    this.repository = repository;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** A job fires from now on; whoever planned it says so. */
  public void begin(JobId job, long version) {
    repository.begin(job, version);
  }

  /** A job was changed and runs so from now on; whoever changed it says so. */
  public void revise(RunState run) {
    repository.revise(run);
  }

  /**
   * A row of run, together with {@code bot_id} and {@code revision} of its job, as it is said.
   *
   * @throws SQLException when it is no such row
   */
  public static RunState state(ResultSet row) throws SQLException {
    return RunRepository.state(row);
  }

  /**
   * These are final, and each is told of. A job that has no other occurrence ends with its last.
   */
  public void finished(List<FinishedRun> runs) {
    Outgoing out = outbox.outsideSagas();
    Instant now = clock.now();
    runs.stream().flatMap(run -> run.news(now).stream()).forEach(out::send);
    for (RunState state : repository.finish(runs)) {
      out.send(state);
      if (state.status() == RunState.Status.ENDED) {
        log.info("job {} has ended", state.jobId());
      }
    }
  }

  /**
   * The job fires no more, until somebody changes it. Whoever lost an occurrence to that tells it.
   *
   * @param channel where it could not speak; nothing happens when it speaks elsewhere by now
   * @return whether it fired until now
   */
  public boolean stop(JobId job, ChannelId channel, RefusalCode reason) {
    Optional<RunState> stopped = repository.stop(job, channel.value(), reason);
    stopped.ifPresent(
        state -> {
          outbox.outsideSagas().send(state);
          log.warn("job {} is stopped: {}", job, reason.word());
        });
    return stopped.isPresent();
  }

  /** As {@link #stop}, where no occurrence was lost to it: its owner hears of it all the same. */
  public void stopAhead(JobId job, BotId bot, ChannelId channel, RefusalCode reason) {
    if (stop(job, channel, reason)) {
      outbox.outsideSagas().send(new JobSilenced(bot, job, reason, clock.now()));
    }
  }

  /** Whether a mention of all in its text notifies them is another than was said. */
  public void mentionsChecked(JobId job, BotId bot, long revision, boolean muted) {
    outbox.outsideSagas().send(new MentionsChecked(bot, job, revision, muted, clock.now()));
    log.info("the mention of all in job {} notifies {}", job, muted ? "nobody" : "them");
  }

  /** The job fires again from its next instant on; without one it is over. */
  public void startAgain(JobId job) {
    repository
        .startAgain(job)
        .ifPresent(
            state -> {
              outbox.outsideSagas().send(state);
              log.info("job {} is {} now that its bot has new credentials", job, state.status());
            });
  }

  /**
   * None of the bot's jobs fires any more, until it has new credentials. Where those are
   * Bricklayer's own, no bot that shares them fires any more: each would only find out the same.
   * Said once, however many deliveries find it out; nothing happens when it has new ones already.
   *
   * @param credentialsVersion the credentials that were refused
   */
  public void stopBot(BotId bot, long credentialsVersion, RefusalCode reason) {
    Outgoing out = outbox.outsideSagas();
    List<StoppedBot> stopped = repository.stopBot(bot, credentialsVersion, reason);
    for (StoppedBot each : stopped) {
      out.send(each.state());
      if (each.state().botId().equals(bot)) {
        out.send(new BotSilenced(bot, reason, each.voice(), clock.now()));
        log.warn(
            "bot {} is stopped with all its jobs: {}; so many bots stand still for that: {}",
            bot,
            reason.word(),
            stopped.size());
      }
    }
  }
}
