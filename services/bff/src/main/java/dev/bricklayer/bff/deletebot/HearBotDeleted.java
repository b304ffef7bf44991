package dev.bricklayer.bff.deletebot;

import dev.bricklayer.contracts.deletebot.BotDeleted;
import dev.bricklayer.messaging.Observer;
import dev.bricklayer.messaging.Received;
import org.springframework.stereotype.Component;

/** In every copy, so that a waiter hears of it wherever it waits. */
@Component
class HearBotDeleted implements Observer<BotDeleted> {

  private final EndOfDeleteBot end;

  HearBotDeleted(EndOfDeleteBot end) {
    this.end = end;
  }

  @Override
  public Class<BotDeleted> listensTo() {
    return BotDeleted.class;
  }

  @Override
  public void observe(Received<BotDeleted> message) {
    end.deleted(message);
  }
}
