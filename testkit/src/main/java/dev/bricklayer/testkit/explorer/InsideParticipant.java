package dev.bricklayer.testkit.explorer;

import dev.bricklayer.contracts.saga.NoCall;
import java.util.List;

/**
 * A service that asks nobody outside.
 *
 * @param <S> what it knows
 */
public interface InsideParticipant<S> extends Participant<S, NoCall> {

  @Override
  default List<Choice<S, NoCall>> concludes(S known, NoCall call) {
    return List.of();
  }
}
