package dev.bricklayer.bff.createbot;

import dev.bricklayer.contracts.createbot.BotRefused;
import dev.bricklayer.messaging.Observer;
import dev.bricklayer.messaging.Received;
import org.springframework.stereotype.Component;

/** In every copy, so that a waiter hears of it wherever it waits. */
@Component
class HearBotRefused implements Observer<BotRefused> {

  private final EndOfCreateBot end;

  HearBotRefused(EndOfCreateBot end) {
    this.end = end;
  }

  @Override
  public Class<BotRefused> listensTo() {
    return BotRefused.class;
  }

  @Override
  public void observe(Received<BotRefused> message) {
    end.refused(message);
  }
}
