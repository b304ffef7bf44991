package dev.bricklayer.bff.renamebot;

import dev.bricklayer.contracts.renamebot.BotRenameRefused;
import dev.bricklayer.messaging.Observer;
import dev.bricklayer.messaging.Received;
import org.springframework.stereotype.Component;

/** In every copy, so that a waiter hears of it wherever it waits. */
@Component
class HearBotRenameRefused implements Observer<BotRenameRefused> {

  private final EndOfRenameBot end;

  HearBotRenameRefused(EndOfRenameBot end) {
    this.end = end;
  }

  @Override
  public Class<BotRenameRefused> listensTo() {
    return BotRenameRefused.class;
  }

  @Override
  public void observe(Received<BotRenameRefused> message) {
    end.refused(message);
  }
}
