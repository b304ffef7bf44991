package dev.bricklayer.bff.operation;

import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.saga.Decision;
import dev.bricklayer.contracts.saga.NoCall;

/**
 * How far an operation is, and what it becomes. Every saga that people see shares these steps; what
 * has ended stays so. No I/O, so that the explorer can run them in every order.
 */
public sealed interface Progress {

  /** It begins with this command. */
  static Decision<Progress, NoCall> begun(Message command) {
    return Decision.become(new Working(false), command);
  }

  /**
   * The deadline has passed: asks the pivot's owner for what came first. Asked again, asks again.
   */
  default Decision<Progress, NoCall> abandoning(Message question) {
    return switch (this) {
      case Working _ -> Decision.become(new Working(true), question);
      case NeedsHelp _ -> Decision.become(this, question);
      case Done _, Undone _ -> Decision.stay(this);
    };
  }

  /** The deadline has passed and there is no way back: asks for the same once more. */
  default Decision<Progress, NoCall> insisting(Message command) {
    return switch (this) {
      case Working _, NeedsHelp _ -> Decision.become(this, command);
      case Done _, Undone _ -> Decision.stay(this);
    };
  }

  /** It has waited for long: a person should look. It still ends when it ends. */
  default Decision<Progress, NoCall> needingHelp() {
    return switch (this) {
      case Working _ -> Decision.become(new NeedsHelp());
      case NeedsHelp _, Done _, Undone _ -> Decision.stay(this);
    };
  }

  /** It ended as wished. */
  default Decision<Progress, NoCall> done() {
    return switch (this) {
      case Working _, NeedsHelp _ -> Decision.become(new Done());
      case Done _, Undone _ -> Decision.stay(this);
    };
  }

  /** It was refused, and nothing is left of it. */
  default Decision<Progress, NoCall> undone(Refusal refusal) {
    return switch (this) {
      case Working _, NeedsHelp _ -> Decision.become(new Undone(refusal));
      case Done _, Undone _ -> Decision.stay(this);
    };
  }

  /**
   * Under way.
   *
   * @param abandoned whether its deadline has passed and the pivot's owner was asked
   */
  record Working(boolean abandoned) implements Progress {}

  /** Ended as wished. */
  record Done() implements Progress {}

  /** Refused, and everything taken back. */
  record Undone(Refusal refusal) implements Progress {}

  /** Neither, for long: a person should look. It may still end by itself. */
  record NeedsHelp() implements Progress {}
}
