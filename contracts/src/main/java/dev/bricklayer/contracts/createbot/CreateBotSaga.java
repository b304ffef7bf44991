package dev.bricklayer.contracts.createbot;

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
 * The map of create-bot. A bot with a token of its own, or with Bricklayer's, goes from {@link
 * JobStored} straight to the pivot; a managed one gets its account on the way, once every check
 * that needs none has passed.
 */
public final class CreateBotSaga {

  /** The saga's name in message headers, operations and counters. */
  public static final String NAME = "create-bot";

  /** The map. */
  public static final SagaMap MAP =
      new SagaMap(
          NAME,
          BFF,
          CreateBot.class,
          AbandonCreateBot.class,
          Duration.ofMinutes(2),
          List.of(
              new SagaStep(
                  "reserve name and quota, verify the token or look whether an account can be made",
                  CONSTRUCTOR,
                  "ReserveBotOnCreateBot",
                  CreateBot.class,
                  FORWARD,
                  true,
                  List.of(BotReserved.class, BotRefused.class),
                  "ReleaseNameOnJobDiscarded"),
              new SagaStep(
                  "store the first job, and the sealed credentials where there are any",
                  STORAGE,
                  "StoreJobOnBotReserved",
                  BotReserved.class,
                  FORWARD,
                  false,
                  List.of(JobStored.class, JobNoted.class),
                  "DiscardJobOnJobRefused"),
              new SagaStep(
                  "check the schedule",
                  ENGINE,
                  "CheckScheduleOnJobNoted",
                  JobNoted.class,
                  FORWARD,
                  false,
                  List.of(JobChecked.class, JobRefused.class),
                  "RefuseJobOnAccountRefused"),
              new SagaStep(
                  "make account and token, join the channel",
                  CONSTRUCTOR,
                  "MakeAccountOnJobChecked",
                  JobChecked.class,
                  FORWARD,
                  true,
                  List.of(AccountMade.class, AccountRefused.class),
                  "ReleaseNameOnJobDiscarded"),
              new SagaStep(
                  "store the sealed token",
                  STORAGE,
                  "StoreCredentialsOnAccountMade",
                  AccountMade.class,
                  FORWARD,
                  false,
                  List.of(CredentialsStored.class),
                  "DiscardJobOnJobRefused"),
              new SagaStep(
                  "check channel, membership and schedule, plan the first firing",
                  ENGINE,
                  "PlanJobOnJobStored",
                  JobStored.class,
                  PIVOT,
                  true,
                  List.of(JobPlanned.class, JobRefused.class),
                  ""),
              new SagaStep(
                  "check channel and membership with the account that was made, plan the first firing",
                  ENGINE,
                  "PlanJobOnCredentialsStored",
                  CredentialsStored.class,
                  PIVOT,
                  true,
                  List.of(JobPlanned.class, JobRefused.class),
                  ""),
              new SagaStep(
                  "make the job current",
                  STORAGE,
                  "ActivateJobOnJobPlanned",
                  JobPlanned.class,
                  FORWARD,
                  false,
                  List.of(JobActivated.class),
                  ""),
              new SagaStep(
                  "make the bot live",
                  CONSTRUCTOR,
                  "ActivateBotOnJobActivated",
                  JobActivated.class,
                  FORWARD,
                  false,
                  List.of(BotActivated.class),
                  ""),
              new SagaStep(
                  "tell that the bot lives",
                  BFF,
                  "CompleteOperationOnBotActivated",
                  BotActivated.class,
                  DONE,
                  false,
                  List.of(),
                  ""),
              new SagaStep(
                  "end the saga unless its pivot was taken",
                  ENGINE,
                  "ArbitrateOnAbandonCreateBot",
                  AbandonCreateBot.class,
                  ARBITRATION,
                  false,
                  List.of(JobRefused.class, JobPlanned.class),
                  ""),
              new SagaStep(
                  "give up the job whose bot gets no account",
                  ENGINE,
                  "RefuseJobOnAccountRefused",
                  AccountRefused.class,
                  COMPENSATION,
                  false,
                  List.of(JobRefused.class),
                  ""),
              new SagaStep(
                  "erase credentials and job",
                  STORAGE,
                  "DiscardJobOnJobRefused",
                  JobRefused.class,
                  COMPENSATION,
                  false,
                  List.of(JobDiscarded.class),
                  ""),
              new SagaStep(
                  "close the account that was made, free the name",
                  CONSTRUCTOR,
                  "ReleaseNameOnJobDiscarded",
                  JobDiscarded.class,
                  COMPENSATION,
                  true,
                  List.of(NameReleased.class),
                  ""),
              new SagaStep(
                  "tell why it was undone",
                  BFF,
                  "UndoOperationOnNameReleased",
                  NameReleased.class,
                  UNDONE,
                  false,
                  List.of(),
                  ""),
              new SagaStep(
                  "tell why it was refused",
                  BFF,
                  "UndoOperationOnBotRefused",
                  BotRefused.class,
                  UNDONE,
                  false,
                  List.of(),
                  "")));

  private CreateBotSaga() {}
}
