package dev.bricklayer.contracts.deleteuser;

import static dev.bricklayer.contracts.saga.SagaStep.Kind.COMPENSATION;
import static dev.bricklayer.contracts.saga.SagaStep.Kind.DONE;
import static dev.bricklayer.contracts.saga.SagaStep.Kind.FORWARD;
import static dev.bricklayer.contracts.saga.SagaStep.Kind.NEWS;
import static dev.bricklayer.contracts.saga.SagaStep.Kind.PIVOT;
import static dev.bricklayer.contracts.saga.SagaStep.Kind.UNDONE;
import static dev.bricklayer.contracts.saga.Service.BFF;
import static dev.bricklayer.contracts.saga.Service.CONSTRUCTOR;
import static dev.bricklayer.contracts.saga.Service.USER;

import dev.bricklayer.contracts.saga.SagaMap;
import dev.bricklayer.contracts.saga.SagaStep;
import java.time.Duration;
import java.util.List;

/**
 * The map of delete-user. Each bot that is to be deleted is deleted by a run of delete-bot, which
 * constructor begins and waits for.
 */
public final class DeleteUserSaga {

  /** The saga's name in message headers, operations and counters. */
  public static final String NAME = "delete-user";

  /** The map. */
  public static final SagaMap MAP =
      new SagaMap(
          NAME,
          USER,
          UserDeletionBegun.class,
          null,
          Duration.ofMinutes(10),
          List.of(
              new SagaStep(
                  "hand all bots over, or have each of them deleted and count them",
                  CONSTRUCTOR,
                  "ReleaseBotsOnUserDeletionBegun",
                  UserDeletionBegun.class,
                  PIVOT,
                  false,
                  List.of(UserBotsGone.class, HandoverRefused.class),
                  ""),
              new SagaStep(
                  "show that it is under way",
                  BFF,
                  "ShowOperationOnUserDeletionBegun",
                  UserDeletionBegun.class,
                  NEWS,
                  false,
                  List.of(),
                  ""),
              new SagaStep(
                  "erase the account",
                  USER,
                  "EraseAccountOnUserBotsGone",
                  UserBotsGone.class,
                  FORWARD,
                  false,
                  List.of(UserDeleted.class),
                  ""),
              new SagaStep(
                  "tell that the account is gone",
                  BFF,
                  "CompleteOperationOnUserDeleted",
                  UserDeleted.class,
                  DONE,
                  false,
                  List.of(),
                  ""),
              new SagaStep(
                  "keep the account",
                  USER,
                  "KeepAccountOnHandoverRefused",
                  HandoverRefused.class,
                  COMPENSATION,
                  false,
                  List.of(UserKept.class),
                  ""),
              new SagaStep(
                  "tell why the bots could not be handed over",
                  BFF,
                  "UndoOperationOnUserKept",
                  UserKept.class,
                  UNDONE,
                  false,
                  List.of(),
                  "")));

  private DeleteUserSaga() {}
}
