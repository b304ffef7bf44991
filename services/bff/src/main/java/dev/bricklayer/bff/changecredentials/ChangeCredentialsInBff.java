package dev.bricklayer.bff.changecredentials;

import dev.bricklayer.bff.operation.Progress;
import dev.bricklayer.bff.operation.Progress.Done;
import dev.bricklayer.bff.operation.Progress.NeedsHelp;
import dev.bricklayer.bff.operation.Progress.Undone;
import dev.bricklayer.bff.operation.Progress.Working;
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
    return Decision.become(new Working(false), command);
  }

  /** The deadline has passed: asks the engine for what came first. Asked again, it asks again. */
  public static Decision<Progress, NoCall> onDeadline(Progress known, BotId botId) {
    AbandonChangeCredentials question =
        new AbandonChangeCredentials(botId, Refusal.of(RefusalCode.DEADLINE, ""));
    return switch (known) {
      case Working _ -> Decision.become(new Working(true), question);
      case NeedsHelp _ -> Decision.become(known, question);
      case Done _, Undone _ -> Decision.stay(known);
    };
  }

  /** It has waited long after the question: a person should look. It still ends when it ends. */
  public static Decision<Progress, NoCall> onHelpDue(Progress known) {
    return switch (known) {
      case Working _ -> Decision.become(new NeedsHelp());
      case NeedsHelp _, Done _, Undone _ -> Decision.stay(known);
    };
  }

  /** The bot speaks with the new ones. */
  public static Decision<Progress, NoCall> onCredentialsChanged(Progress known) {
    return switch (known) {
      case Working _, NeedsHelp _ -> Decision.become(new Done());
      case Done _, Undone _ -> Decision.stay(known);
    };
  }

  /** The bot is as it was. */
  public static Decision<Progress, NoCall> onUndone(Progress known, Refusal refusal) {
    return switch (known) {
      case Working _, NeedsHelp _ -> Decision.become(new Undone(refusal));
      case Done _, Undone _ -> Decision.stay(known);
    };
  }
}
