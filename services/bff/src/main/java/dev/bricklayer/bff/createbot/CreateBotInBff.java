package dev.bricklayer.bff.createbot;

import dev.bricklayer.bff.operation.Progress;
import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.RefusalCode;
import dev.bricklayer.contracts.createbot.AbandonCreateBot;
import dev.bricklayer.contracts.createbot.CreateBot;
import dev.bricklayer.contracts.saga.Decision;
import dev.bricklayer.contracts.saga.NoCall;

/**
 * The bff's decisions in create-bot. It starts the saga and owns its deadline, but it does not
 * decide how it ends: at the deadline it asks the pivot's owner. No I/O, so that the explorer can
 * run them in every order.
 */
public final class CreateBotInBff {

  private CreateBotInBff() {}

  /** Starts the saga. */
  public static Decision<Progress, NoCall> start(CreateBot command) {
    return Progress.begun(command);
  }

  /** The deadline has passed: asks the engine for what came first. Asked again, it asks again. */
  public static Decision<Progress, NoCall> onDeadline(Progress known, BotId botId) {
    AbandonCreateBot question = new AbandonCreateBot(botId, Refusal.of(RefusalCode.DEADLINE, ""));
    return known.abandoning(question);
  }

  /** The bot lives. */
  public static Decision<Progress, NoCall> onBotActivated(Progress known) {
    return known.done();
  }

  /** It was refused, and nothing is left of it. */
  public static Decision<Progress, NoCall> onUndone(Progress known, Refusal refusal) {
    return known.undone(refusal);
  }
}
