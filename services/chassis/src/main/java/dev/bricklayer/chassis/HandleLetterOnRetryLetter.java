package dev.bricklayer.chassis;

import dev.bricklayer.contracts.letter.LetterRetried;
import dev.bricklayer.contracts.letter.LetterState;
import dev.bricklayer.contracts.letter.RetryLetter;
import dev.bricklayer.messaging.Attempt;
import dev.bricklayer.messaging.CallingReaction;
import dev.bricklayer.messaging.DeadLetters;
import dev.bricklayer.messaging.Intent;
import dev.bricklayer.messaging.Outgoing;
import dev.bricklayer.messaging.Received;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Handles a dead letter of this service again. That is a transaction of its own, so it stands where
 * others call the outside: when it breaks, it takes nothing else with it.
 */
final class HandleLetterOnRetryLetter
    implements CallingReaction<RetryLetter, RetryLetter, DeadLetters.Retry> {

  /** Whoever asked looks again long before. */
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final String service;
  private final ObjectProvider<DeadLetters> letters;
  private final Clock clock;

  HandleLetterOnRetryLetter(String service, ObjectProvider<DeadLetters> letters, Clock clock) {
    this.service = service;
    this.letters = letters;
    this.clock = clock;
  }

  @Override
  public Class<RetryLetter> reactsTo() {
    return RetryLetter.class;
  }

  @Override
  public Class<RetryLetter> callType() {
    return RetryLetter.class;
  }

  @Override
  public @Nullable Intent<RetryLetter> intend(Received<RetryLetter> message, Outgoing out) {
    RetryLetter command = message.body();
    return command.service().equals(service)
        ? new Intent<>(command, clock.instant().plus(PATIENCE))
        : null;
  }

  @Override
  public Attempt<DeadLetters.Retry> call(RetryLetter command) {
    return new Attempt.Answered<>(letters.getObject().retry(command.letterId()));
  }

  @Override
  public void conclude(RetryLetter command, DeadLetters.Retry outcome, Outgoing out) {
    switch (outcome) {
      case DeadLetters.Retry.Handled _ -> out.send(retried(command, null));
      case DeadLetters.Retry.FailedAgain(var error) -> out.send(retried(command, error));
      // Whoever asks does not know yet that it is gone.
      case DeadLetters.Retry.Unknown _ -> {
        out.send(new LetterState(command.letterId(), service, null));
        out.send(retried(command, null));
      }
    }
  }

  private static LetterRetried retried(RetryLetter command, @Nullable String error) {
    return new LetterRetried(command.letterId(), command.requestId(), error);
  }
}
