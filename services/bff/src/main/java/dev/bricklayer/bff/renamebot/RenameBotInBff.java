package dev.bricklayer.bff.renamebot;

import dev.bricklayer.bff.operation.Progress;
import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.RefusalCode;
import dev.bricklayer.contracts.renamebot.AbandonRenameBot;
import dev.bricklayer.contracts.renamebot.RenameBot;
import dev.bricklayer.contracts.saga.Decision;
import dev.bricklayer.contracts.saga.NoCall;

/**
 * The bff's decisions in rename-bot. It starts the saga and owns its deadline, but it does not
 * decide how it ends: at the deadline it asks the pivot's owner. No I/O, so that the explorer can
 * run them in every order.
 */
public final class RenameBotInBff {

  private RenameBotInBff() {}

  /** Starts the saga. */
  public static Decision<Progress, NoCall> start(RenameBot command) {
    return Progress.begun(command);
  }

  /** The deadline has passed: asks constructor for what came first. Asked again, it asks again. */
  public static Decision<Progress, NoCall> onDeadline(Progress known, BotId botId) {
    AbandonRenameBot question = new AbandonRenameBot(botId, Refusal.of(RefusalCode.DEADLINE, ""));
    return known.abandoning(question);
  }

  /** The bot has its new name. */
  public static Decision<Progress, NoCall> onBotRenamed(Progress known) {
    return known.done();
  }

  /** The bot is as it was. */
  public static Decision<Progress, NoCall> onUndone(Progress known, Refusal refusal) {
    return known.undone(refusal);
  }
}
