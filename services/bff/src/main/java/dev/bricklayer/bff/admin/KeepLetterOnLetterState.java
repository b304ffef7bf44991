package dev.bricklayer.bff.admin;

import dev.bricklayer.contracts.letter.LetterState;
import dev.bricklayer.messaging.Received;
import dev.bricklayer.messaging.RepeatableReaction;
import org.springframework.stereotype.Component;

@Component
class KeepLetterOnLetterState implements RepeatableReaction<LetterState> {

  private final LetterDesk desk;

  KeepLetterOnLetterState(LetterDesk desk) {
    this.desk = desk;
  }

  @Override
  public Class<LetterState> reactsTo() {
    return LetterState.class;
  }

  @Override
  public void react(Received<LetterState> message) {
    desk.keep(message.body());
  }
}
