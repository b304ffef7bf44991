package dev.bricklayer.contracts.deletebot;

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

/** The map of delete-bot. Its first row decides; what follows is repeated until it is done. */
public final class DeleteBotSaga {

  /** The saga's name in message headers, operations and counters. */
  public static final String NAME = "delete-bot";

  /** The map. */
  public static final SagaMap MAP =
      new SagaMap(
          NAME,
          BFF,
          DeleteBot.class,
          null,
          Duration.ofMinutes(10),
          List.of(
              new SagaStep(
                  "mark the bot, give its name up",
                  CONSTRUCTOR,
                  "MarkBotOnDeleteBot",
                  DeleteBot.class,
                  PIVOT,
                  false,
                  List.of(BotDeletionBegun.class, BotDeletionRefused.class),
                  ""),
              new SagaStep(
                  "stop all jobs, let what is being sent end",
                  ENGINE,
                  "StopJobsOnBotDeletionBegun",
                  BotDeletionBegun.class,
                  FORWARD,
                  false,
                  List.of(BotFiringEnded.class),
                  ""),
              new SagaStep(
                  "erase jobs and sealed credentials",
                  STORAGE,
                  "EraseBotOnBotFiringEnded",
                  BotFiringEnded.class,
                  FORWARD,
                  false,
                  List.of(BotErased.class),
                  ""),
              new SagaStep(
                  "close the account that was made for the bot, forget the bot",
                  CONSTRUCTOR,
                  "ForgetBotOnBotErased",
                  BotErased.class,
                  FORWARD,
                  true,
                  List.of(BotDeleted.class),
                  ""),
              new SagaStep(
                  "tell that the bot is gone",
                  BFF,
                  "CompleteOperationOnBotDeleted",
                  BotDeleted.class,
                  DONE,
                  false,
                  List.of(),
                  ""),
              new SagaStep(
                  "tell why it was refused",
                  BFF,
                  "UndoOperationOnBotDeletionRefused",
                  BotDeletionRefused.class,
                  UNDONE,
                  false,
                  List.of(),
                  "")));

  private DeleteBotSaga() {}
}
