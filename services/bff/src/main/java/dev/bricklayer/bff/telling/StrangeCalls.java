package dev.bricklayer.bff.telling;

import dev.bricklayer.mattermost.hooks.UnreadableCallException;
import dev.bricklayer.problems.Problem;
import dev.bricklayer.problems.ProblemTranslator;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whoever calls in a way that Mattermost never does is not Mattermost. */
@Component
class StrangeCalls implements ProblemTranslator {

  @Override
  public Optional<Problem> translate(Throwable thrown) {
    return thrown instanceof UnreadableCallException
        ? Optional.of(Problem.forbidden())
        : Optional.empty();
  }
}
