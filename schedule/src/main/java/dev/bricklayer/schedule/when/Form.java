package dev.bricklayer.schedule.when;

import dev.bricklayer.schedule.ScheduleSpec;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A way in which the things that were said make a schedule.
 *
 * @param needs what must have been said
 * @param takes what may have been said as well
 * @param when what else must hold
 */
record Form(Set<Aspect<?>> needs, Set<Aspect<?>> takes, Predicate<Said> when, Sense sense) {

  static Form needing(Set<Aspect<?>> needs, Set<Aspect<?>> takes, Sense sense) {
    return new Form(needs, takes, _ -> true, sense);
  }

  Form when(Predicate<Said> condition) {
    return new Form(needs, takes, condition, sense);
  }

  /** The schedule behind it, without a zone. */
  interface Sense {
    /**
     * @return null after a complaint
     */
    @Nullable ScheduleSpec of(Said said);
  }

  /** Whether all that was said has its place here. */
  boolean fits(Said said) {
    return said.given().containsAll(needs)
        && said.given().stream().allMatch(given -> needs.contains(given) || takes.contains(given))
        && when.test(said);
  }
}
