package dev.bricklayer.bff.changecredentials;

import dev.bricklayer.bff.operation.Progress;
import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.RefusalCode;
import dev.bricklayer.contracts.changecredentials.AbandonChangeCredentials;
import dev.bricklayer.contracts.changecredentials.ChangeCredentials;
import dev.bricklayer.contracts.saga.Decision;
import dev.bricklayer.contracts.saga.NoCall;

/**
 * The bff's decisions in change-credentials. It starts the saga and owns its deadline, but it does
 * not decide how it ends: at the deadline it asks the pivot's owner. No I/O, so that the explorer
 * can run them in every order.
 */
public final class ChangeCredentialsInBff {

  private ChangeCredentialsInBff() {}

  /** Starts the saga. */
  public static Decision<Progress, NoCall> start(ChangeCredentials command) {
    return Progress.begun(command);
  }

  /** The deadline has passed: asks the engine for what came first. Asked again, it asks again. */
  public static Decision<Progress, NoCall> onDeadline(Progress known, BotId botId) {
    AbandonChangeCredentials question =
        new AbandonChangeCredentials(botId, Refusal.of(RefusalCode.DEADLINE, ""));
    return known.abandoning(question);
  }

  /** The bot speaks with the new ones. */
  public static Decision<Progress, NoCall> onCredentialsChanged(Progress known) {
    return known.done();
  }

  /** The bot is as it was. */
  public static Decision<Progress, NoCall> onUndone(Progress known, Refusal refusal) {
    return known.undone(refusal);
  }
}
