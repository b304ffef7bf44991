package dev.bricklayer.bff.renamebot;

import dev.bricklayer.contracts.renamebot.BotRenamed;
import dev.bricklayer.messaging.Observer;
import dev.bricklayer.messaging.Received;
import org.springframework.stereotype.Component;

/** In every copy, so that a waiter hears of it wherever it waits. */
@Component
class HearBotRenamed implements Observer<BotRenamed> {

  private final EndOfRenameBot end;

  HearBotRenamed(EndOfRenameBot end) {
    this.end = end;
  }

  @Override
  public Class<BotRenamed> listensTo() {
    return BotRenamed.class;
  }

  @Override
  public void observe(Received<BotRenamed> message) {
    end.renamed(message);
  }
}
