package dev.bricklayer.constructor.renamebot;

import dev.bricklayer.constructor.renamebot.Renaming.Refused;
import dev.bricklayer.constructor.renamebot.Renaming.Renamed;
import dev.bricklayer.constructor.renamebot.Renaming.Unheard;
import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.RefusalCode;
import dev.bricklayer.contracts.renamebot.AbandonRenameBot;
import dev.bricklayer.contracts.renamebot.BotRenameRefused;
import dev.bricklayer.contracts.renamebot.BotRenamed;
import dev.bricklayer.contracts.renamebot.RenameBot;
import dev.bricklayer.contracts.saga.Decision;
import dev.bricklayer.contracts.saga.NoCall;
import dev.bricklayer.contracts.state.BotState;

/**
 * Constructor's decisions in rename-bot. It owns the pivot: what it writes first about a run stays.
 * No I/O, so that the explorer can run them in every order.
 */
public final class RenameBotInConstructor {

  private static final String NAME = "/name";

  private RenameBotInConstructor() {}

  /** The pivot: the new name, or a reason why not; nothing after either. */
  public static Decision<Renaming, NoCall> onRenameBot(
      Renaming known, RenameBot command, NamedBot bot) {
    return switch (known) {
      case Unheard _ ->
          switch (bot) {
            case NamedBot.Gone _ -> refused(command, RefusalCode.BOT_DELETED, "");
            case NamedBot.InHand(var owner) ->
                refused(
                    command,
                    owner.equals(command.owner()) ? RefusalCode.LOCKED : RefusalCode.FORBIDDEN,
                    "");
            case NamedBot.Living living -> ofLiving(command, living);
          };
      case Renamed _, Refused _ -> Decision.stay(known);
    };
  }

  /** Answers with what came first; where nothing came, the saga ends here. */
  public static Decision<Renaming, NoCall> onAbandon(Renaming known, AbandonRenameBot command) {
    return switch (known) {
      case Unheard _ -> refused(command.botId(), command.refusal());
      case Renamed(var said) -> Decision.become(known, said);
      case Refused(var botId, var refusal) ->
          Decision.become(known, new BotRenameRefused(botId, refusal));
    };
  }

  private static Decision<Renaming, NoCall> ofLiving(RenameBot command, NamedBot.Living bot) {
    if (!bot.owner().equals(command.owner())) {
      return refused(command, RefusalCode.FORBIDDEN, "");
    }
    return bot.nameFree() ? renamed(command, bot) : refused(command, RefusalCode.NAME_TAKEN, NAME);
  }

  private static Decision<Renaming, NoCall> renamed(RenameBot command, NamedBot.Living bot) {
    long version = bot.version() + 1;
    BotRenamed said =
        new BotRenamed(command.botId(), bot.owner(), command.name(), bot.account(), version);
    return Decision.become(
        new Renamed(said),
        said,
        new BotState(
            command.botId(),
            bot.owner(),
            command.name(),
            bot.account().username(),
            BotState.Status.ACTIVE,
            version));
  }

  private static Decision<Renaming, NoCall> refused(
      RenameBot command, RefusalCode code, String pointer) {
    return refused(command.botId(), Refusal.of(code, pointer));
  }

  private static Decision<Renaming, NoCall> refused(BotId botId, Refusal refusal) {
    return Decision.become(new Refused(botId, refusal), new BotRenameRefused(botId, refusal));
  }
}
