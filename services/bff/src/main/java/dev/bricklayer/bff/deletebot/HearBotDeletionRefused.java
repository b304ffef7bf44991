package dev.bricklayer.bff.deletebot;

import dev.bricklayer.contracts.deletebot.BotDeletionRefused;
import dev.bricklayer.messaging.Observer;
import dev.bricklayer.messaging.Received;
import org.springframework.stereotype.Component;

/** In every copy, so that a waiter hears of it wherever it waits. */
@Component
class HearBotDeletionRefused implements Observer<BotDeletionRefused> {

  private final EndOfDeleteBot end;

  HearBotDeletionRefused(EndOfDeleteBot end) {
    this.end = end;
  }

  @Override
  public Class<BotDeletionRefused> listensTo() {
    return BotDeletionRefused.class;
  }

  @Override
  public void observe(Received<BotDeletionRefused> message) {
    end.refused(message);
  }
}
