package dev.bricklayer.schedule;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Which local times are meant, before any time zone comes in. Rules are immutable and compare by
 * what they say.
 */
public sealed interface Rule permits Cron, Once, EveryWeeks, MonthlyWeekday, LastDayOfMonth {

  /**
   * The first local minute of this rule that is not before {@code from}.
   *
   * @param from a whole minute
   * @return null when the rule has no such minute any more
   */
  @Nullable LocalDateTime firstFrom(LocalDateTime from);

  /**
   * Whether the rule fires in both passes of an hour that the clocks repeat. Rules that mean "again
   * and again" do; rules that mean a time of day fire in the first pass only.
   */
  boolean firesInBothPasses();
}
