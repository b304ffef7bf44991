package dev.bricklayer.problems;

import java.util.Optional;

/**
 * Knows what some exceptions mean to the caller. Every bean of this kind is asked, in order; what
 * none knows is an error of ours: 500, logged under an id that the caller is told.
 */
@FunctionalInterface
public interface ProblemTranslator {

  /** What the caller is told; empty when this translator does not know the exception. */
  Optional<Problem> translate(Throwable thrown);
}
