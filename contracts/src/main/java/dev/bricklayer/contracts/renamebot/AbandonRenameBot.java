package dev.bricklayer.contracts.renamebot;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.On;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.Topic;

/**
 * Asks the pivot's owner to end the saga, unless the bot has its new name already: it answers with
 * {@link BotRenamed} or with {@link BotRenameRefused}, whichever came first.
 */
@On(Topic.CONSTRUCTOR_BOT_COMMANDS)
public record AbandonRenameBot(BotId botId, Refusal refusal) implements Message {

  @Override
  public String key() {
    return botId.toString();
  }
}
