package dev.bricklayer.engine.createbot;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.Job;
import dev.bricklayer.contracts.PlannedChannel;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.createbot.AbandonCreateBot;
import dev.bricklayer.contracts.createbot.AccountRefused;
import dev.bricklayer.contracts.createbot.CredentialsStored;
import dev.bricklayer.contracts.createbot.JobChecked;
import dev.bricklayer.contracts.createbot.JobNoted;
import dev.bricklayer.contracts.createbot.JobPlanned;
import dev.bricklayer.contracts.createbot.JobRefused;
import dev.bricklayer.contracts.createbot.JobStored;
import dev.bricklayer.contracts.saga.Decision;
import dev.bricklayer.contracts.state.RunState;
import dev.bricklayer.engine.channel.ChannelVerdict;
import dev.bricklayer.engine.createbot.Plan.Checked;
import dev.bricklayer.engine.createbot.Plan.Checking;
import dev.bricklayer.engine.createbot.Plan.Gone;
import dev.bricklayer.engine.createbot.Plan.Planned;
import dev.bricklayer.engine.createbot.Plan.Unknown;
import dev.bricklayer.engine.planning.FirstRun;
import java.time.Instant;

/**
 * The engine's decisions in create-bot. It owns the pivot: whether the saga goes on or back is
 * decided by what it writes first, and by nothing else. No I/O, so that the explorer can run them
 * in every order.
 */
public final class CreateBotInEngine {

  private static final long PLANNED_VERSION = 1;

  private CreateBotInEngine() {}

  /** Looks at the channel, or refuses a schedule that never fires; nothing after a tombstone. */
  public static Decision<Plan, CheckChannel> onJobStored(
      Plan known, JobStored event, FirstRun firstRun) {
    return switch (known) {
      case Unknown _ ->
          switch (firstRun) {
            case FirstRun.At _ -> Decision.calling(new Checking(event.botId()), question(event));
            case FirstRun.Never never -> refused(event.botId(), impossible(never));
          };
      case Checked _, Checking _, Planned _, Gone _ -> Decision.stay(known);
    };
  }

  /** What Mattermost is asked, unless something stands against it. */
  static CheckChannel question(JobStored event) {
    return new CheckChannel(
        event.botId(),
        event.owner(),
        event.credentials(),
        event.account(),
        event.firstJob(),
        event.requester());
  }

  /**
   * Lets the account be made, or refuses a schedule that never fires; nothing after a tombstone.
   */
  public static Decision<Plan, CheckChannel> onJobNoted(
      Plan known, JobNoted event, FirstRun firstRun) {
    return switch (known) {
      case Unknown _ ->
          switch (firstRun) {
            case FirstRun.At _ ->
                Decision.become(
                    new Checked(event.botId()),
                    new JobChecked(
                        event.botId(),
                        event.firstJob().id(),
                        event.firstJob().content().channel(),
                        event.requester(),
                        event.deadline()));
            case FirstRun.Never never -> refused(event.botId(), impossible(never));
          };
      case Checked _, Checking _, Planned _, Gone _ -> Decision.stay(known);
    };
  }

  /** Looks at the channel with the account that was made; nothing after a tombstone. */
  public static Decision<Plan, CheckChannel> onCredentialsStored(
      Plan known, CredentialsStored event) {
    return switch (known) {
      case Unknown _, Checked _ ->
          Decision.calling(
              new Checking(event.botId()),
              new CheckChannel(
                  event.botId(),
                  event.owner(),
                  event.credentials(),
                  event.account(),
                  event.firstJob(),
                  event.requester()));
      case Checking _, Planned _, Gone _ -> Decision.stay(known);
    };
  }

  /** No account, no job: the saga ends here, unless it has ended before. */
  public static Decision<Plan, CheckChannel> onAccountRefused(Plan known, AccountRefused event) {
    return switch (known) {
      case Unknown _, Checked _, Checking _ -> refused(event.botId(), event.refusal());
      case Planned _, Gone _ -> Decision.stay(known);
    };
  }

  /** The pivot: plans or refuses, unless the saga was abandoned while the channel was looked at. */
  public static Decision<Plan, CheckChannel> onVerdict(
      Plan known, CheckChannel call, ChannelVerdict verdict, FirstRun firstRun) {
    return switch (known) {
      case Checking(var botId) ->
          switch (verdict) {
            case ChannelVerdict.Closed closed -> refused(botId, closed.at(pointer(closed.cause())));
            case ChannelVerdict.Open(var channel) ->
                switch (firstRun) {
                  case FirstRun.At(var instant) -> planned(botId, call.job(), channel, instant);
                  case FirstRun.Never never -> refused(botId, impossible(never));
                };
          };
      case Unknown _, Checked _, Planned _, Gone _ -> Decision.stay(known);
    };
  }

  /** Answers with what came first; where nothing came, the saga ends here. */
  public static Decision<Plan, CheckChannel> onAbandon(Plan known, AbandonCreateBot command) {
    return switch (known) {
      case Unknown _, Checked _, Checking _ -> refused(command.botId(), command.refusal());
      case Planned planned -> Decision.become(planned, answer(planned));
      case Gone(var botId, var refusal) -> Decision.become(known, new JobRefused(botId, refusal));
    };
  }

  private static Decision<Plan, CheckChannel> planned(
      BotId botId, Job job, PlannedChannel channel, Instant firstRunAt) {
    Planned planned = new Planned(botId, job.id(), job.revision(), channel, firstRunAt);
    return Decision.become(
        planned,
        answer(planned),
        new RunState(
            job.id(), botId, job.revision(), RunState.Status.RUNNING, null, null, PLANNED_VERSION));
  }

  private static Refusal impossible(FirstRun.Never never) {
    return Refusal.of(never.code(), "/job/schedule" + never.at());
  }

  private static String pointer(ChannelVerdict.Cause cause) {
    return switch (cause) {
      case CHANNEL -> "/job/channel";
      case DIRECT -> "/job/channel/directTo";
      case CREDENTIALS -> "/credentials";
      case KIND -> "/credentials/kind";
      case TOKEN -> "/credentials/token";
    };
  }

  private static JobPlanned answer(Planned planned) {
    return new JobPlanned(
        planned.botId(),
        planned.jobId(),
        planned.revision(),
        planned.channel(),
        planned.firstRunAt());
  }

  private static Decision<Plan, CheckChannel> refused(BotId botId, Refusal refusal) {
    return Decision.become(new Gone(botId, refusal), new JobRefused(botId, refusal));
  }
}
