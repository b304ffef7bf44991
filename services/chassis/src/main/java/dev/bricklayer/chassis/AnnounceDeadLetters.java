package dev.bricklayer.chassis;

import dev.bricklayer.contracts.letter.LetterState;
import dev.bricklayer.contracts.letter.LetterState.Kept;
import dev.bricklayer.messaging.DeadLetter;
import dev.bricklayer.messaging.DeadLetterWatcher;
import dev.bricklayer.messaging.Outgoing;
import java.util.UUID;

/**
 * Tells whoever looks after all services of this one's dead letters. Of messages about letters it
 * tells nothing: what cannot be handled would be said again and again.
 */
final class AnnounceDeadLetters implements DeadLetterWatcher {

  private static final String ABOUT_LETTERS = "services.letter.";

  private final String service;

  AnnounceDeadLetters(String service) {
    this.service = service;
  }

  @Override
  public void kept(DeadLetter letter, Outgoing out) {
    if (!letter.topic().startsWith(ABOUT_LETTERS)) {
      out.send(
          new LetterState(
              letter.id(),
              service,
              new Kept(
                  letter.topic(),
                  letter.partition(),
                  letter.offset(),
                  letter.key(),
                  letter.type(),
                  letter.error(),
                  letter.failedAt())));
    }
  }

  @Override
  public void gone(UUID letter, Outgoing out) {
    out.send(new LetterState(letter, service, null));
  }
}
