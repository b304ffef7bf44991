package dev.bricklayer.bff.createbot;

import dev.bricklayer.contracts.createbot.NameReleased;
import dev.bricklayer.messaging.Received;
import dev.bricklayer.messaging.RepeatableReaction;
import org.springframework.stereotype.Component;

@Component
class UndoOperationOnNameReleased implements RepeatableReaction<NameReleased> {

  private final EndOfCreateBot end;

  UndoOperationOnNameReleased(EndOfCreateBot end) {
    this.end = end;
  }

  @Override
  public Class<NameReleased> reactsTo() {
    return NameReleased.class;
  }

  @Override
  public void react(Received<NameReleased> message) {
    end.released(message);
  }
}
