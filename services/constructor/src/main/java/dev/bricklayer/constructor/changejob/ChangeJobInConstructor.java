package dev.bricklayer.constructor.changejob;

import dev.bricklayer.constructor.changejob.ChannelJoin.Joined;
import dev.bricklayer.constructor.changejob.ChannelJoin.Leaving;
import dev.bricklayer.constructor.changejob.ChannelJoin.Left;
import dev.bricklayer.constructor.changejob.ChannelJoin.Refused;
import dev.bricklayer.constructor.changejob.ChannelJoin.Unknown;
import dev.bricklayer.constructor.managed.Joining;
import dev.bricklayer.contracts.changejob.ChannelJoined;
import dev.bricklayer.contracts.changejob.ChannelLeft;
import dev.bricklayer.contracts.changejob.JoinRefused;
import dev.bricklayer.contracts.changejob.JoinUnwanted;
import dev.bricklayer.contracts.changejob.JoinWanted;
import dev.bricklayer.contracts.changejob.RevisionStored;
import dev.bricklayer.contracts.saga.Decision;
import dev.bricklayer.contracts.saga.NoCall;

/**
 * Constructor's decisions in change-job: it lets managed bots into channels, and takes that back.
 * No I/O, so that the explorer can run them in every order.
 */
public final class ChangeJobInConstructor {

  private ChangeJobInConstructor() {}

  /** Lets the bot in; nothing after a tombstone. */
  public static Decision<ChannelJoin, LetIn> onJoinWanted(ChannelJoin known, JoinWanted event) {
    return switch (known) {
      case Unknown _ ->
          Decision.calling(new ChannelJoin.Joining(), new LetIn(event.revision(), event.again()));
      case ChannelJoin.Joining _, Joined _, Refused _, Leaving _, Left _ -> Decision.stay(known);
    };
  }

  /** Says whether it is in, unless that is being taken back already. */
  public static Decision<ChannelJoin, NoCall> onAnswer(
      ChannelJoin known, LetIn call, Joining answer) {
    return switch (known) {
      case ChannelJoin.Joining _ -> answered(known, call, answer);
      case Unknown _, Joined _, Refused _, Leaving _, Left _ -> Decision.stay(known);
    };
  }

  private static Decision<ChannelJoin, NoCall> answered(
      ChannelJoin known, LetIn call, Joining answer) {
    RevisionStored revision = call.revision();
    return switch (answer) {
      case Joining.Joined _ ->
          Decision.become(new Joined(), new ChannelJoined(revision.botId(), revision));
      case Joining.Refused(var refusal) ->
          Decision.become(
              new Refused(call.told(refusal)),
              new JoinRefused(revision.botId(), revision.job().id(), call.told(refusal)));
      // Whoever gave it up takes care of the rest.
      case Joining.Unwanted _ -> Decision.stay(known);
    };
  }

  /**
   * Takes back what was done, also where it is not known yet how that ends. Where nothing was begun
   * Mattermost is asked nothing.
   */
  public static Decision<ChannelJoin, LetOut> onJoinUnwanted(
      ChannelJoin known, JoinUnwanted event) {
    return switch (known) {
      case Unknown _ ->
          Decision.become(
              new Left(event.refusal()),
              new ChannelLeft(event.botId(), event.jobId(), event.refusal()));
      case ChannelJoin.Joining _, Joined _, Refused _ ->
          Decision.calling(
              new Leaving(event.refusal()),
              new LetOut(event.botId(), event.jobId(), event.refusal()));
      case Leaving _ -> Decision.stay(known);
      case Left(var refusal) ->
          Decision.become(known, new ChannelLeft(event.botId(), event.jobId(), refusal));
    };
  }

  /** It is taken back: only the tombstone stays. */
  public static Decision<ChannelJoin, NoCall> onLeft(ChannelJoin known, LetOut call) {
    return switch (known) {
      case Leaving(var refusal) ->
          Decision.become(new Left(refusal), new ChannelLeft(call.botId(), call.jobId(), refusal));
      case Unknown _, ChannelJoin.Joining _, Joined _, Refused _, Left _ -> Decision.stay(known);
    };
  }
}
