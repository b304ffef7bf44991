package dev.bricklayer.engine.changejob;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.ChannelRef;
import dev.bricklayer.contracts.Credentials;
import dev.bricklayer.contracts.JobId;
import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.PlannedChannel;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.RefusalCode;
import dev.bricklayer.contracts.changejob.AbandonChangeJob;
import dev.bricklayer.contracts.changejob.ChannelJoined;
import dev.bricklayer.contracts.changejob.JobChange;
import dev.bricklayer.contracts.changejob.JobMoved;
import dev.bricklayer.contracts.changejob.JobPart;
import dev.bricklayer.contracts.changejob.JoinRefused;
import dev.bricklayer.contracts.changejob.JoinUnwanted;
import dev.bricklayer.contracts.changejob.JoinWanted;
import dev.bricklayer.contracts.changejob.RevisionApplied;
import dev.bricklayer.contracts.changejob.RevisionRefused;
import dev.bricklayer.contracts.changejob.RevisionStored;
import dev.bricklayer.contracts.saga.Decision;
import dev.bricklayer.contracts.state.RunState;
import dev.bricklayer.engine.changejob.KnownRevision.Applied;
import dev.bricklayer.engine.changejob.KnownRevision.Checking;
import dev.bricklayer.engine.changejob.KnownRevision.Gone;
import dev.bricklayer.engine.changejob.KnownRevision.Joining;
import dev.bricklayer.engine.changejob.KnownRevision.Unknown;
import dev.bricklayer.engine.channel.ChannelQuestion;
import dev.bricklayer.engine.channel.ChannelVerdict;
import dev.bricklayer.engine.planning.FirstRun;
import dev.bricklayer.engine.planning.PlannedBot;
import dev.bricklayer.engine.planning.PlannedNow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The engine's decisions in change-job. It owns the pivot: whether the revision comes into force is
 * decided by what it writes first, and by nothing else. No I/O, so that the explorer can run them
 * in every order.
 */
public final class ChangeJobInEngine {

  private static final long FIRST = 1;

  private ChangeJobInEngine() {}

  /**
   * Looks at the channel, or has the bot let into it, or refuses what never fires or was deleted; a
   * pause asks nobody. Nothing after a tombstone.
   */
  public static Decision<KnownRevision, CheckRevision> onRevisionStored(
      KnownRevision known, RevisionStored event, Ground ground) {
    return switch (known) {
      case Unknown _ ->
          switch (ground) {
            case Ground.NoBot _ -> refused(event, RefusalCode.BOT_DELETED, false);
            case Ground.NoJob _ -> refused(event, RefusalCode.JOB_DELETED, false);
            case Ground.NewJob(var bot, var run) -> beginning(event, bot, run, null);
            case Ground.Planned(var bot, var run, var now) -> beginning(event, bot, run, now);
          };
      case Joining _, Checking _, Applied _, Gone _ -> Decision.stay(known);
    };
  }

  /** The bot was let in: looks at the channel as the bot sees it. */
  public static Decision<KnownRevision, CheckRevision> onChannelJoined(
      KnownRevision known, ChannelJoined joined, Ground ground) {
    RevisionStored event = joined.revision();
    return switch (known) {
      case Joining _ ->
          switch (ground) {
            case Ground.NoBot _ -> refused(event, RefusalCode.BOT_DELETED, true);
            case Ground.NoJob _ -> refused(event, RefusalCode.JOB_DELETED, true);
            case Ground.NewJob(var bot, _) -> checking(event, bot, null, true);
            case Ground.Planned(var bot, _, var now) -> checking(event, bot, now, true);
          };
      case Unknown _, Checking _, Applied _, Gone _ -> Decision.stay(known);
    };
  }

  /** The bot is not let in: from here the saga flows back. */
  public static Decision<KnownRevision, CheckRevision> onJoinRefused(
      KnownRevision known, JoinRefused event) {
    return switch (known) {
      case Joining _ -> refused(event.botId(), event.jobId(), event.refusal(), true);
      case Unknown _, Checking _, Applied _, Gone _ -> Decision.stay(known);
    };
  }

  /**
   * The pivot: applies or refuses, unless the saga was abandoned while the channel was looked at.
   * Whoever deleted bot or job meanwhile wins.
   */
  public static Decision<KnownRevision, CheckRevision> onVerdict(
      KnownRevision known, CheckRevision call, ChannelVerdict verdict, Ground ground) {
    RevisionStored event = call.revision();
    return switch (known) {
      case Checking _ ->
          switch (ground) {
            case Ground.NoBot _ -> refused(event, RefusalCode.BOT_DELETED, call.joined());
            case Ground.NoJob _ -> refused(event, RefusalCode.JOB_DELETED, call.joined());
            case Ground.NewJob(var bot, var run) -> concluded(call, verdict, bot, run, null);
            case Ground.Planned(var bot, var run, var now) ->
                concluded(call, verdict, bot, run, now);
          };
      case Unknown _, Joining _, Applied _, Gone _ -> Decision.stay(known);
    };
  }

  /** Answers with what came first; where nothing came, the saga ends here. */
  public static Decision<KnownRevision, CheckRevision> onAbandon(
      KnownRevision known, AbandonChangeJob command) {
    return switch (known) {
      case Unknown _ -> refused(command.botId(), command.jobId(), command.refusal(), false);
      case Joining _ -> refused(command.botId(), command.jobId(), command.refusal(), true);
      case Checking(_, var joined) ->
          refused(command.botId(), command.jobId(), command.refusal(), joined);
      case Applied(var answer) -> Decision.become(known, answer);
      case Gone gone -> Decision.become(known, wayBack(command.botId(), gone));
    };
  }

  private static Decision<KnownRevision, CheckRevision> beginning(
      RevisionStored event, PlannedBot bot, FirstRun firstRun, @Nullable PlannedNow now) {
    if (firstRun instanceof FirstRun.Never never && needsFuture(event)) {
      return refused(event, impossible(event, never), false);
    }
    if (now != null && event.onlyPauses()) {
      return applied(event, now.channel(), bot, firstRun, now);
    }
    return event.namesAChannelToJoin() && isManaged(bot)
        ? Decision.become(new Joining(event.job().id()), new JoinWanted(event.botId(), event))
        : checking(event, bot, now, false);
  }

  private static Decision<KnownRevision, CheckRevision> checking(
      RevisionStored event, PlannedBot bot, @Nullable PlannedNow now, boolean joined) {
    return Decision.calling(
        new Checking(event.job().id(), joined),
        new CheckRevision(event, joined, question(event, bot, now)));
  }

  /** Of managed bots constructor knows for which jobs they are in which channels. */
  private static boolean isManaged(PlannedBot bot) {
    return switch (bot.credentials()) {
      case Credentials.Managed _ -> true;
      case Credentials.OwnToken _, Credentials.Shared _ -> false;
    };
  }

  private static Decision<KnownRevision, CheckRevision> concluded(
      CheckRevision call,
      ChannelVerdict verdict,
      PlannedBot bot,
      FirstRun firstRun,
      @Nullable PlannedNow now) {
    RevisionStored event = call.revision();
    if (firstRun instanceof FirstRun.Never never && needsFuture(event)) {
      return refused(event, impossible(event, never), call.joined());
    }
    return switch (verdict) {
      case ChannelVerdict.Open(var channel) -> applied(event, channel, bot, firstRun, now);
      case ChannelVerdict.Closed closed -> shut(call, closed, bot);
    };
  }

  /** A managed bot that somebody took out of its channel is let in again. */
  private static Decision<KnownRevision, CheckRevision> shut(
      CheckRevision call, ChannelVerdict.Closed closed, PlannedBot bot) {
    RevisionStored event = call.revision();
    Refusal refusal = closed.at(pointer(event.change(), closed.cause()));
    return !call.joined() && isOutside(closed) && isManaged(bot)
        ? Decision.become(
            new Joining(event.job().id()),
            new JoinWanted(
                event.botId(), event, new JoinWanted.Again(call.question().channel(), refusal)))
        : refused(event, refusal, call.joined());
  }

  /** A private channel is not even shown to a bot that is not in it. */
  private static boolean isOutside(ChannelVerdict.Closed closed) {
    return closed.cause() == ChannelVerdict.Cause.CHANNEL
        && (closed.code() == RefusalCode.BOT_NOT_MEMBER
            || closed.code() == RefusalCode.CHANNEL_UNKNOWN);
  }

  /**
   * A job that is to fire, or to fire by another rule, must have an instant ahead. The text of a
   * one-off that is over may still be put right.
   */
  private static boolean needsFuture(RevisionStored event) {
    return event.changed().contains(JobPart.SCHEDULE)
        || (event.changed().contains(JobPart.STATUS) && !event.paused());
  }

  /** A channel that stays is asked for by its id: it may have been renamed since. */
  private static ChannelQuestion question(
      RevisionStored event, PlannedBot bot, @Nullable PlannedNow now) {
    ChannelRef named = event.job().content().channel();
    return new ChannelQuestion(
        event.botId(),
        bot.credentials(),
        bot.account(),
        event.mattermostUser(),
        asked(event, named, now),
        named);
  }

  private static ChannelRef asked(
      RevisionStored event, ChannelRef named, @Nullable PlannedNow now) {
    return now == null || event.changed().contains(JobPart.CHANNEL)
        ? named
        : ChannelRef.byId(now.channel().id());
  }

  private static Decision<KnownRevision, CheckRevision> applied(
      RevisionStored event,
      PlannedChannel channel,
      PlannedBot bot,
      FirstRun firstRun,
      @Nullable PlannedNow now) {
    RevisionApplied answer =
        new RevisionApplied(
            event.botId(),
            event.job().id(),
            event.job().revision(),
            channel,
            event.paused() || bot.stands() ? null : instant(firstRun),
            now != null && now.beingSent());
    List<Message> send = new ArrayList<>(List.of(answer, run(event, firstRun, now)));
    if (now != null && isManaged(bot) && event.changed().contains(JobPart.CHANNEL)) {
      send.add(new JobMoved(event.botId(), event.job().id(), event.job().revision()));
    }
    return new Decision<>(new Applied(answer), send, null);
  }

  private static @Nullable Instant instant(FirstRun firstRun) {
    return switch (firstRun) {
      case FirstRun.At(var at) -> at;
      case FirstRun.Never _ -> null;
    };
  }

  /** Whatever it stood still for is over; what had ended begins again only with a run ahead. */
  private static RunState run(RevisionStored event, FirstRun firstRun, @Nullable PlannedNow now) {
    RunState before = now == null ? null : now.run();
    return new RunState(
        event.job().id(),
        event.botId(),
        event.job().revision(),
        status(event, firstRun, now),
        null,
        before == null ? null : before.lastRun(),
        before == null ? FIRST : before.version() + 1);
  }

  private static RunState.Status status(
      RevisionStored event, FirstRun firstRun, @Nullable PlannedNow now) {
    if (now == null || firstRun instanceof FirstRun.At) {
      return RunState.Status.RUNNING;
    }
    boolean over = event.paused() ? now.run().status() == RunState.Status.ENDED : !now.underWay();
    return over ? RunState.Status.ENDED : RunState.Status.RUNNING;
  }

  /** At the schedule where the call names one, else at what asked the job to fire. */
  private static Refusal impossible(RevisionStored event, FirstRun.Never never) {
    JobChange change = event.change();
    String pointer =
        change.parts().contains(JobPart.SCHEDULE)
            ? JobPart.SCHEDULE.pointer() + never.at()
            : change.pointer(JobPart.STATUS);
    return Refusal.of(never.code(), pointer);
  }

  private static String pointer(JobChange change, ChannelVerdict.Cause cause) {
    return switch (cause) {
      case CHANNEL, DIRECT ->
          change.parts().contains(JobPart.CHANNEL)
              ? JobPart.CHANNEL.pointer()
              : change.pointer(JobPart.STATUS);
      case CREDENTIALS, KIND, TOKEN -> "";
    };
  }

  private static Decision<KnownRevision, CheckRevision> refused(
      RevisionStored event, RefusalCode code, boolean joined) {
    return refused(event, Refusal.of(code, ""), joined);
  }

  private static Decision<KnownRevision, CheckRevision> refused(
      RevisionStored event, Refusal refusal, boolean joined) {
    return refused(event.botId(), event.job().id(), refusal, joined);
  }

  private static Decision<KnownRevision, CheckRevision> refused(
      BotId bot, JobId job, Refusal refusal, boolean joined) {
    Gone gone = new Gone(job, refusal, joined);
    return Decision.become(gone, wayBack(bot, gone));
  }

  /** By way of constructor where it was asked for something. */
  private static Message wayBack(BotId bot, Gone gone) {
    return gone.joined()
        ? new JoinUnwanted(bot, gone.jobId(), gone.refusal())
        : new RevisionRefused(bot, gone.jobId(), gone.refusal());
  }
}
