package dev.bricklayer.bff.deletebot;

import dev.bricklayer.bff.operation.Progress;
import dev.bricklayer.bff.operation.Progress.Done;
import dev.bricklayer.bff.operation.Progress.NeedsHelp;
import dev.bricklayer.bff.operation.Progress.Undone;
import dev.bricklayer.bff.operation.Progress.Working;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.deletebot.DeleteBot;
import dev.bricklayer.contracts.saga.Decision;
import dev.bricklayer.contracts.saga.NoCall;

/**
 * The bff's decisions in delete-bot. There is no way back, so at the deadline it asks for the same
 * again, and every step repeats its answer. No I/O, so that the explorer can run them in every
 * order.
 */
public final class DeleteBotInBff {

  private DeleteBotInBff() {}

  /** Starts the saga. */
  public static Decision<Progress, NoCall> start(DeleteBot command) {
    return Decision.become(new Working(false), command);
  }

  /** The deadline has passed: asks for the same again. */
  public static Decision<Progress, NoCall> onDeadline(Progress known, DeleteBot command) {
    return switch (known) {
      case Working _, NeedsHelp _ -> Decision.become(known, command);
      case Done _, Undone _ -> Decision.stay(known);
    };
  }

  /** It has not ended though it was asked for again: a person should look. It may still end. */
  public static Decision<Progress, NoCall> onHelpDue(Progress known) {
    return switch (known) {
      case Working _ -> Decision.become(new NeedsHelp());
      case NeedsHelp _, Done _, Undone _ -> Decision.stay(known);
    };
  }

  /** The bot is gone. */
  public static Decision<Progress, NoCall> onBotDeleted(Progress known) {
    return switch (known) {
      case Working _, NeedsHelp _ -> Decision.become(new Done());
      case Done _, Undone _ -> Decision.stay(known);
    };
  }

  /** The bot stays as it is. */
  public static Decision<Progress, NoCall> onRefused(Progress known, Refusal refusal) {
    return switch (known) {
      case Working _, NeedsHelp _ -> Decision.become(new Undone(refusal));
      case Done _, Undone _ -> Decision.stay(known);
    };
  }
}
