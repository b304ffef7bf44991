package dev.bricklayer.contracts.changecredentials;

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

/** The map of change-credentials: the old ones stay valid until the pivot. */
public final class ChangeCredentialsSaga {

  /** The saga's name in message headers, operations and counters. */
  public static final String NAME = "change-credentials";

  /** The map. */
  public static final SagaMap MAP =
      new SagaMap(
          NAME,
          BFF,
          ChangeCredentials.class,
          AbandonChangeCredentials.class,
          Duration.ofMinutes(2),
          List.of(
              new SagaStep(
                  "take the bot in hand, verify the new credentials",
                  CONSTRUCTOR,
                  "VerifyCredentialsOnChangeCredentials",
                  ChangeCredentials.class,
                  FORWARD,
                  true,
                  List.of(CredentialsVerified.class, CredentialsRefused.class),
                  "ReleaseBotOnNewCredentialsDropped"),
              new SagaStep(
                  "keep the new beside the old",
                  STORAGE,
                  "KeepCredentialsOnCredentialsVerified",
                  CredentialsVerified.class,
                  FORWARD,
                  false,
                  List.of(CredentialsKept.class),
                  "DropNewCredentialsOnCredentialsRejected"),
              new SagaStep(
                  "check every channel of the bot's jobs, take the new, start again what was silenced",
                  ENGINE,
                  "TakeCredentialsOnCredentialsKept",
                  CredentialsKept.class,
                  PIVOT,
                  true,
                  List.of(CredentialsTaken.class, CredentialsRejected.class),
                  ""),
              new SagaStep(
                  "drop the old",
                  STORAGE,
                  "DropOldCredentialsOnCredentialsTaken",
                  CredentialsTaken.class,
                  FORWARD,
                  false,
                  List.of(OldCredentialsDropped.class),
                  ""),
              new SagaStep(
                  "note the account, let go of the bot",
                  CONSTRUCTOR,
                  "SettleCredentialsOnOldCredentialsDropped",
                  OldCredentialsDropped.class,
                  FORWARD,
                  false,
                  List.of(CredentialsChanged.class),
                  ""),
              new SagaStep(
                  "tell that the credentials are new",
                  BFF,
                  "CompleteOperationOnCredentialsChanged",
                  CredentialsChanged.class,
                  DONE,
                  false,
                  List.of(),
                  ""),
              new SagaStep(
                  "end the saga unless its pivot was taken",
                  ENGINE,
                  "ArbitrateOnAbandonChangeCredentials",
                  AbandonChangeCredentials.class,
                  ARBITRATION,
                  false,
                  List.of(CredentialsRejected.class, CredentialsTaken.class),
                  ""),
              new SagaStep(
                  "drop the new",
                  STORAGE,
                  "DropNewCredentialsOnCredentialsRejected",
                  CredentialsRejected.class,
                  COMPENSATION,
                  false,
                  List.of(NewCredentialsDropped.class),
                  ""),
              new SagaStep(
                  "let go of the bot",
                  CONSTRUCTOR,
                  "ReleaseBotOnNewCredentialsDropped",
                  NewCredentialsDropped.class,
                  COMPENSATION,
                  false,
                  List.of(CredentialsChangeUndone.class),
                  ""),
              new SagaStep(
                  "tell why it was undone",
                  BFF,
                  "UndoOperationOnCredentialsChangeUndone",
                  CredentialsChangeUndone.class,
                  UNDONE,
                  false,
                  List.of(),
                  ""),
              new SagaStep(
                  "tell why it was refused",
                  BFF,
                  "UndoOperationOnCredentialsRefused",
                  CredentialsRefused.class,
                  UNDONE,
                  false,
                  List.of(),
                  "")));

  private ChangeCredentialsSaga() {}
}
