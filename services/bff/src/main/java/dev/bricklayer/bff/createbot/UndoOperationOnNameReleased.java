package dev.bricklayer.bff.createbot;

import dev.bricklayer.contracts.createbot.NameReleased;
import dev.bricklayer.messaging.Outgoing;
import dev.bricklayer.messaging.Reaction;
import dev.bricklayer.messaging.Received;
import org.springframework.stereotype.Component;

@Component
class UndoOperationOnNameReleased implements Reaction<NameReleased> {

  private final EndOfCreateBot end;

  UndoOperationOnNameReleased(EndOfCreateBot end) {
    this.end = end;
  }

  @Override
  public Class<NameReleased> reactsTo() {
    return NameReleased.class;
  }

  @Override
  public void react(Received<NameReleased> message, Outgoing out) {
    end.released(message);
  }
}
