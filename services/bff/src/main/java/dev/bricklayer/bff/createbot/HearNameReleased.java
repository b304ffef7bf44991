package dev.bricklayer.bff.createbot;

import dev.bricklayer.contracts.createbot.NameReleased;
import dev.bricklayer.messaging.Observer;
import dev.bricklayer.messaging.Received;
import org.springframework.stereotype.Component;

/** In every copy, so that a waiter hears of it wherever it waits. */
@Component
class HearNameReleased implements Observer<NameReleased> {

  private final EndOfCreateBot end;

  HearNameReleased(EndOfCreateBot end) {
    this.end = end;
  }

  @Override
  public Class<NameReleased> listensTo() {
    return NameReleased.class;
  }

  @Override
  public void observe(Received<NameReleased> message) {
    end.released(message);
  }
}
