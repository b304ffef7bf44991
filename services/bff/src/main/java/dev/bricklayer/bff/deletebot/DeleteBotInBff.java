package dev.bricklayer.bff.deletebot;

import dev.bricklayer.bff.operation.Progress;
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
    return Progress.begun(command);
  }

  /** The deadline has passed: asks for the same again. */
  public static Decision<Progress, NoCall> onDeadline(Progress known, DeleteBot command) {
    return known.insisting(command);
  }

  /** The bot is gone. */
  public static Decision<Progress, NoCall> onBotDeleted(Progress known) {
    return known.done();
  }

  /** The bot stays as it is. */
  public static Decision<Progress, NoCall> onRefused(Progress known, Refusal refusal) {
    return known.undone(refusal);
  }
}
