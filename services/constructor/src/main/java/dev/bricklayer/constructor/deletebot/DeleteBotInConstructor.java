package dev.bricklayer.constructor.deletebot;

import dev.bricklayer.constructor.deletebot.Departure.Gone;
import dev.bricklayer.constructor.deletebot.Departure.InHand;
import dev.bricklayer.constructor.deletebot.Departure.Living;
import dev.bricklayer.constructor.deletebot.Departure.Marked;
import dev.bricklayer.constructor.deletebot.Departure.Refused;
import dev.bricklayer.constructor.deletebot.Departure.Unknown;
import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.RefusalCode;
import dev.bricklayer.contracts.SagaId;
import dev.bricklayer.contracts.deletebot.BotDeleted;
import dev.bricklayer.contracts.deletebot.BotDeletionBegun;
import dev.bricklayer.contracts.deletebot.BotDeletionRefused;
import dev.bricklayer.contracts.deletebot.BotErased;
import dev.bricklayer.contracts.deletebot.DeleteBot;
import dev.bricklayer.contracts.saga.Decision;
import dev.bricklayer.contracts.saga.NoCall;
import dev.bricklayer.contracts.state.BotState;

/**
 * Constructor's decisions in delete-bot. It owns the pivot, and there is no way back from it: asked
 * again by the same run, it sends the others their turn again, and what was refused stays refused.
 * No I/O, so that the explorer can run them in every order.
 */
public final class DeleteBotInConstructor {

  private DeleteBotInConstructor() {}

  /**
   * The pivot: marks the bot, unless another saga has it in hand, or it is somebody else's, or
   * gone.
   *
   * @param saga the run that asks
   */
  public static Decision<Departure, NoCall> onDeleteBot(
      Departure known, SagaId saga, DeleteBot command) {
    return switch (known) {
      case Unknown _ -> refused(command.botId(), saga, RefusalCode.BOT_DELETED);
      case InHand bot ->
          refused(
              bot.botId(),
              saga,
              bot.owner().equals(command.owner()) ? RefusalCode.LOCKED : RefusalCode.FORBIDDEN);
      case Living bot ->
          bot.owner().equals(command.owner())
              ? marked(bot, saga)
              : refused(bot.botId(), saga, RefusalCode.FORBIDDEN);
      case Marked bot ->
          bot.by().equals(saga)
              ? Decision.become(known, new BotDeletionBegun(bot.botId()))
              : refused(bot.botId(), saga, RefusalCode.LOCKED);
      case Refused(var botId, _, var refusal) ->
          Decision.become(known, new BotDeletionRefused(botId, refusal));
      case Gone(var botId, var by) ->
          by.equals(saga)
              ? Decision.become(known, new BotDeletionBegun(botId))
              : refused(botId, saga, RefusalCode.BOT_DELETED);
    };
  }

  /** The others are through: only the tombstone stays. Told again, it tells the end again. */
  public static Decision<Departure, NoCall> onBotErased(Departure known, BotErased event) {
    return switch (known) {
      case Marked bot ->
          Decision.become(
              new Gone(bot.botId(), bot.by()),
              new BotDeleted(bot.botId()),
              new BotState(
                  bot.botId(),
                  bot.owner(),
                  bot.name(),
                  bot.account().username(),
                  BotState.Status.DELETED,
                  bot.version() + 1));
      case Gone _ -> Decision.become(known, new BotDeleted(event.botId()));
      case Unknown _, InHand _, Living _, Refused _ -> Decision.stay(known);
    };
  }

  private static Decision<Departure, NoCall> marked(Living bot, SagaId saga) {
    long version = bot.version() + 1;
    return Decision.become(
        new Marked(bot.botId(), bot.owner(), bot.name(), bot.account(), version, saga),
        new BotDeletionBegun(bot.botId()),
        new BotState(
            bot.botId(),
            bot.owner(),
            bot.name(),
            bot.account().username(),
            BotState.Status.DELETING,
            version));
  }

  private static Decision<Departure, NoCall> refused(BotId botId, SagaId saga, RefusalCode code) {
    Refusal refusal = Refusal.of(code, "");
    return Decision.become(
        new Refused(botId, saga, refusal), new BotDeletionRefused(botId, refusal));
  }
}
