package dev.bricklayer.bff.createbot;

import dev.bricklayer.contracts.createbot.BotActivated;
import dev.bricklayer.messaging.Observer;
import dev.bricklayer.messaging.Received;
import org.springframework.stereotype.Component;

/** In every copy, so that a waiter hears of it wherever it waits. */
@Component
class HearBotActivated implements Observer<BotActivated> {

  private final EndOfCreateBot end;

  HearBotActivated(EndOfCreateBot end) {
    this.end = end;
  }

  @Override
  public Class<BotActivated> listensTo() {
    return BotActivated.class;
  }

  @Override
  public void observe(Received<BotActivated> message) {
    end.activated(message);
  }
}
