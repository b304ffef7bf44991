package dev.bricklayer.engine.deletebot;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.SagaId;
import dev.bricklayer.contracts.deletebot.BotFiringEnded;
import dev.bricklayer.contracts.saga.Decision;
import dev.bricklayer.contracts.saga.NoCall;
import dev.bricklayer.engine.deletebot.Firing.Allowed;
import dev.bricklayer.engine.deletebot.Firing.Ended;
import dev.bricklayer.engine.deletebot.Firing.Ending;

/**
 * The engine's decisions in delete-bot. It answers when the last sending has ended, which may be at
 * once or a minute later. No I/O, so that the explorer can run them in every order.
 */
public final class DeleteBotInEngine {

  private DeleteBotInEngine() {}

  /**
   * Ends all firing. Told again, it looks again.
   *
   * @param sending whether something is being sent at this moment
   */
  public static Decision<Firing, NoCall> onBotDeletionBegun(
      Firing known, SagaId saga, boolean sending) {
    return switch (known) {
      case Allowed(var botId) ->
          sending ? Decision.become(new Ending(botId, saga)) : ended(botId, saga);
      case Ending _ -> onSendingEnded(known, sending);
      case Ended(var botId, var by) -> ended(botId, by);
    };
  }

  /**
   * Something that was being sent has ended, in whatever way.
   *
   * @param sending whether something else still is
   */
  public static Decision<Firing, NoCall> onSendingEnded(Firing known, boolean sending) {
    return switch (known) {
      case Ending(var botId, var saga) -> sending ? Decision.stay(known) : ended(botId, saga);
      case Allowed _, Ended _ -> Decision.stay(known);
    };
  }

  private static Decision<Firing, NoCall> ended(BotId botId, SagaId saga) {
    return Decision.become(new Ended(botId, saga), new BotFiringEnded(botId));
  }
}
