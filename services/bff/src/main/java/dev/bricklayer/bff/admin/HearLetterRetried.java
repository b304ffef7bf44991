package dev.bricklayer.bff.admin;

import dev.bricklayer.contracts.letter.LetterRetried;
import dev.bricklayer.messaging.Observer;
import dev.bricklayer.messaging.Received;
import org.springframework.stereotype.Component;

/** Wakes the administrator who waits for what came of a retry. */
@Component
class HearLetterRetried implements Observer<LetterRetried> {

  private final LetterDesk desk;

  HearLetterRetried(LetterDesk desk) {
    this.desk = desk;
  }

  @Override
  public Class<LetterRetried> listensTo() {
    return LetterRetried.class;
  }

  @Override
  public void observe(Received<LetterRetried> message) {
    desk.answered(message.body());
  }
}
