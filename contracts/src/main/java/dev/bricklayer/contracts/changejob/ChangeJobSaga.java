package dev.bricklayer.contracts.changejob;

import static dev.bricklayer.contracts.saga.SagaStep.Kind.AFTERMATH;
import static dev.bricklayer.contracts.saga.SagaStep.Kind.ARBITRATION;
import static dev.bricklayer.contracts.saga.SagaStep.Kind.COMPENSATION;
import static dev.bricklayer.contracts.saga.SagaStep.Kind.DONE;
import static dev.bricklayer.contracts.saga.SagaStep.Kind.FORWARD;
import static dev.bricklayer.contracts.saga.SagaStep.Kind.PIVOT;
import static dev.bricklayer.contracts.saga.SagaStep.Kind.UNDONE;
import static dev.bricklayer.contracts.saga.Service.BFF;
import static dev.bricklayer.contracts.saga.Service.CONSTRUCTOR;
import static dev.bricklayer.contracts.saga.Service.ENGINE;
import static dev.bricklayer.contracts.saga.Service.STORAGE;

import dev.bricklayer.contracts.saga.SagaMap;
import dev.bricklayer.contracts.saga.SagaStep;
import java.time.Duration;
import java.util.List;

/**
 * The map of change-job: edit, pause, resume, add, move to another channel. A managed bot is let
 * into the channel on the way, once every check that needs nobody there has passed. A revision that
 * became current too late, because its job was deleted in between, is dropped like one that was
 * refused.
 */
public final class ChangeJobSaga {

  /** The saga's name in message headers, operations and counters. */
  public static final String NAME = "change-job";

  /** The map. */
  public static final SagaMap MAP =
      new SagaMap(
          NAME,
          BFF,
          ChangeJob.class,
          AbandonChangeJob.class,
          Duration.ofMinutes(2),
          List.of(
              new SagaStep(
                  "store the new revision",
                  STORAGE,
                  "StoreRevisionOnChangeJob",
                  ChangeJob.class,
                  FORWARD,
                  false,
                  List.of(RevisionStored.class, JobChangeRefused.class),
                  "DropRevisionOnRevisionRefused"),
              new SagaStep(
                  "check channel, membership and schedule, plan anew",
                  ENGINE,
                  "ApplyRevisionOnRevisionStored",
                  RevisionStored.class,
                  PIVOT,
                  true,
                  List.of(
                      RevisionApplied.class,
                      RevisionRefused.class,
                      JoinWanted.class,
                      JobMoved.class),
                  ""),
              new SagaStep(
                  "let the managed bot into the channel, if the requester is there",
                  CONSTRUCTOR,
                  "JoinChannelOnJoinWanted",
                  JoinWanted.class,
                  FORWARD,
                  true,
                  List.of(ChannelJoined.class, JoinRefused.class),
                  "LeaveChannelOnJoinUnwanted"),
              new SagaStep(
                  "check channel, membership and schedule with the bot let in, plan anew",
                  ENGINE,
                  "ApplyRevisionOnChannelJoined",
                  ChannelJoined.class,
                  PIVOT,
                  true,
                  List.of(RevisionApplied.class, JoinUnwanted.class, JobMoved.class),
                  ""),
              new SagaStep(
                  "make the revision current",
                  STORAGE,
                  "MakeRevisionCurrentOnRevisionApplied",
                  RevisionApplied.class,
                  FORWARD,
                  false,
                  List.of(JobChanged.class, RevisionDropped.class),
                  ""),
              new SagaStep(
                  "tell how the job is now",
                  BFF,
                  "CompleteOperationOnJobChanged",
                  JobChanged.class,
                  DONE,
                  false,
                  List.of(),
                  ""),
              new SagaStep(
                  "leave the channel that no job of the bot needs any more",
                  CONSTRUCTOR,
                  "LeaveChannelsOnJobMoved",
                  JobMoved.class,
                  AFTERMATH,
                  true,
                  List.of(),
                  ""),
              new SagaStep(
                  "end the saga unless its pivot was taken",
                  ENGINE,
                  "ArbitrateOnAbandonChangeJob",
                  AbandonChangeJob.class,
                  ARBITRATION,
                  false,
                  List.of(RevisionRefused.class, RevisionApplied.class, JoinUnwanted.class),
                  ""),
              new SagaStep(
                  "give up the revision whose bot is not let in",
                  ENGINE,
                  "RefuseRevisionOnJoinRefused",
                  JoinRefused.class,
                  COMPENSATION,
                  false,
                  List.of(JoinUnwanted.class),
                  ""),
              new SagaStep(
                  "leave the channel, if it was joined for this",
                  CONSTRUCTOR,
                  "LeaveChannelOnJoinUnwanted",
                  JoinUnwanted.class,
                  COMPENSATION,
                  true,
                  List.of(ChannelLeft.class),
                  ""),
              new SagaStep(
                  "drop the revision for which the channel was joined",
                  STORAGE,
                  "DropRevisionOnChannelLeft",
                  ChannelLeft.class,
                  COMPENSATION,
                  false,
                  List.of(RevisionDropped.class),
                  ""),
              new SagaStep(
                  "drop the revision",
                  STORAGE,
                  "DropRevisionOnRevisionRefused",
                  RevisionRefused.class,
                  COMPENSATION,
                  false,
                  List.of(RevisionDropped.class),
                  ""),
              new SagaStep(
                  "tell why it was undone",
                  BFF,
                  "UndoOperationOnRevisionDropped",
                  RevisionDropped.class,
                  UNDONE,
                  false,
                  List.of(),
                  ""),
              new SagaStep(
                  "tell why it was refused",
                  BFF,
                  "UndoOperationOnJobChangeRefused",
                  JobChangeRefused.class,
                  UNDONE,
                  false,
                  List.of(),
                  "")));

  private ChangeJobSaga() {}
}
