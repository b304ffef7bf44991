package dev.bricklayer.contracts.renamebot;

import static dev.bricklayer.contracts.saga.SagaStep.Kind.ARBITRATION;
import static dev.bricklayer.contracts.saga.SagaStep.Kind.DONE;
import static dev.bricklayer.contracts.saga.SagaStep.Kind.PIVOT;
import static dev.bricklayer.contracts.saga.SagaStep.Kind.UNDONE;
import static dev.bricklayer.contracts.saga.Service.BFF;
import static dev.bricklayer.contracts.saga.Service.CONSTRUCTOR;

import dev.bricklayer.contracts.saga.SagaMap;
import dev.bricklayer.contracts.saga.SagaStep;
import java.time.Duration;
import java.util.List;

/** The map of rename-bot: one row decides and does all there is to do. */
public final class RenameBotSaga {

  /** The saga's name in message headers, operations and counters. */
  public static final String NAME = "rename-bot";

  /** The map. */
  public static final SagaMap MAP =
      new SagaMap(
          NAME,
          BFF,
          RenameBot.class,
          AbandonRenameBot.class,
          Duration.ofMinutes(2),
          List.of(
              new SagaStep(
                  "give the bot its new name, and then the account that was made for it",
                  CONSTRUCTOR,
                  "RenameBotOnRenameBot",
                  RenameBot.class,
                  PIVOT,
                  true,
                  List.of(BotRenamed.class, BotRenameRefused.class),
                  ""),
              new SagaStep(
                  "tell the new name",
                  BFF,
                  "CompleteOperationOnBotRenamed",
                  BotRenamed.class,
                  DONE,
                  false,
                  List.of(),
                  ""),
              new SagaStep(
                  "end the saga unless its pivot was taken",
                  CONSTRUCTOR,
                  "ArbitrateOnAbandonRenameBot",
                  AbandonRenameBot.class,
                  ARBITRATION,
                  false,
                  List.of(BotRenameRefused.class, BotRenamed.class),
                  ""),
              new SagaStep(
                  "tell why it was refused",
                  BFF,
                  "UndoOperationOnBotRenameRefused",
                  BotRenameRefused.class,
                  UNDONE,
                  false,
                  List.of(),
                  "")));

  private RenameBotSaga() {}
}
