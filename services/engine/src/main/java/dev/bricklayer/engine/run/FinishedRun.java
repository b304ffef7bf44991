package dev.bricklayer.engine.run;

import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.RefusalCode;
import dev.bricklayer.contracts.reminder.ReminderMissed;
import dev.bricklayer.contracts.reminder.ReminderPosted;
import dev.bricklayer.contracts.reminder.ReminderUndeliverable;
import dev.bricklayer.contracts.state.RunState;
import dev.bricklayer.engine.ledger.Occurrence;
import dev.bricklayer.mattermost.ChannelId;
import dev.bricklayer.mattermost.PostId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An occurrence that is final, as the others hear of it. */
public sealed interface FinishedRun {

  Occurrence occurrence();

  RunState.Outcome outcome();

  /** Whether it is none of the schedule's: then the job runs as it did. */
  default boolean manual() {
    return false;
  }

  /** What is said of it alone; nothing when nobody is left who would want to hear it. */
  Optional<Message> news(Instant at);

  /** It stands in the channel. */
  record Posted(Occurrence occurrence, ChannelId channel, PostId post, boolean manual)
      implements FinishedRun {

    @Override
    public RunState.Outcome outcome() {
      return RunState.Outcome.SENT;
    }

    @Override
    public Optional<Message> news(Instant at) {
      return Optional.of(
          new ReminderPosted(
              occurrence.botId(),
              occurrence.jobId(),
              occurrence.id().value(),
              occurrence.plannedAt(),
              at,
              channel.value(),
              post.value(),
              manual));
    }
  }

  /**
   * It was too late, and so were those before it.
   *
   * @param first the first in a row
   * @param count how many with it
   */
  record Missed(Occurrence occurrence, Instant first, int count) implements FinishedRun {

    @Override
    public RunState.Outcome outcome() {
      return RunState.Outcome.MISSED;
    }

    @Override
    public Optional<Message> news(Instant at) {
      return Optional.of(
          new ReminderMissed(
              occurrence.botId(),
              occurrence.jobId(),
              occurrence.id().value(),
              first,
              occurrence.plannedAt(),
              count,
              at));
    }
  }

  /**
   * Nobody tries to post it any more.
   *
   * @param maybePosted whether it may stand in the channel, because nobody could find out
   * @param code what stands against it; null when the next may fare better
   */
  record Undelivered(
      Occurrence occurrence,
      boolean maybePosted,
      @Nullable RefusalCode code,
      String why,
      ChannelId channel,
      String text,
      boolean manual)
      implements FinishedRun {

    @Override
    public RunState.Outcome outcome() {
      return maybePosted ? RunState.Outcome.UNKNOWN : RunState.Outcome.FAILED;
    }

    @Override
    public Optional<Message> news(Instant at) {
      return Optional.of(
          new ReminderUndeliverable(
              occurrence.botId(),
              occurrence.jobId(),
              occurrence.id().value(),
              occurrence.plannedAt(),
              at,
              maybePosted,
              code,
              why,
              channel.value(),
              text,
              manual));
    }
  }

  /** Its job went while it was being sent, and nobody will find out. */
  record Orphaned(Occurrence occurrence) implements FinishedRun {

    @Override
    public RunState.Outcome outcome() {
      return RunState.Outcome.UNKNOWN;
    }

    @Override
    public Optional<Message> news(Instant at) {
      return Optional.empty();
    }
  }
}
