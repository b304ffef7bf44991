package dev.bricklayer.chassis;

import dev.bricklayer.contracts.letter.DiscardLetter;
import dev.bricklayer.contracts.letter.LetterState;
import dev.bricklayer.messaging.DeadLetters;
import dev.bricklayer.messaging.Outgoing;
import dev.bricklayer.messaging.Reaction;
import dev.bricklayer.messaging.Received;
import org.springframework.beans.factory.ObjectProvider;

/** Gives a dead letter of this service up. */
final class DropLetterOnDiscardLetter implements Reaction<DiscardLetter> {

  private final String service;
  private final ObjectProvider<DeadLetters> letters;

  DropLetterOnDiscardLetter(String service, ObjectProvider<DeadLetters> letters) {
    this.service = service;
    this.letters = letters;
  }

  @Override
  public Class<DiscardLetter> reactsTo() {
    return DiscardLetter.class;
  }

  @Override
  public void react(Received<DiscardLetter> message, Outgoing out) {
    DiscardLetter command = message.body();
    if (command.service().equals(service) && !letters.getObject().discard(command.letterId())) {
      // Whoever asks does not know yet that it is gone.
      out.send(new LetterState(command.letterId(), service, null));
    }
  }
}
