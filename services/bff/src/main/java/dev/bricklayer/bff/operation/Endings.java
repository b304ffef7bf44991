package dev.bricklayer.bff.operation;

import dev.bricklayer.bff.operation.Progress.Done;
import dev.bricklayer.bff.operation.Progress.NeedsHelp;
import dev.bricklayer.bff.operation.Progress.Undone;
import dev.bricklayer.bff.operation.Progress.Working;
import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.saga.Decision;
import dev.bricklayer.contracts.saga.NoCall;

/**
 * How operations end, and what happens when they do not: the part that the sagas of the bff have in
 * common. What has ended stays so. No I/O, so that the explorer can run it in every order.
 */
public final class Endings {

  private Endings() {}

  /**
   * The deadline has passed: asks the pivot's owner for what came first. Asked again, asks again.
   */
  public static Decision<Progress, NoCall> abandon(Progress known, Message question) {
    return switch (known) {
      case Working _ -> Decision.become(new Working(true), question);
      case NeedsHelp _ -> Decision.become(known, question);
      case Done _, Undone _ -> Decision.stay(known);
    };
  }

  /** The deadline has passed and there is no way back: asks for the same once more. */
  public static Decision<Progress, NoCall> insist(Progress known, Message command) {
    return switch (known) {
      case Working _, NeedsHelp _ -> Decision.become(known, command);
      case Done _, Undone _ -> Decision.stay(known);
    };
  }

  /** It has waited for long: a person should look. It still ends when it ends. */
  public static Decision<Progress, NoCall> needHelp(Progress known) {
    return switch (known) {
      case Working _ -> Decision.become(new NeedsHelp());
      case NeedsHelp _, Done _, Undone _ -> Decision.stay(known);
    };
  }

  /** It ended as wished. */
  public static Decision<Progress, NoCall> done(Progress known) {
    return switch (known) {
      case Working _, NeedsHelp _ -> Decision.become(new Done());
      case Done _, Undone _ -> Decision.stay(known);
    };
  }

  /** It was refused, and nothing is left of it. */
  public static Decision<Progress, NoCall> undone(Progress known, Refusal refusal) {
    return switch (known) {
      case Working _, NeedsHelp _ -> Decision.become(new Undone(refusal));
      case Done _, Undone _ -> Decision.stay(known);
    };
  }
}
