package dev.bricklayer.schedule.when;

import dev.bricklayer.schedule.Schedule;
import dev.bricklayer.schedule.ScheduleSpec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@link WhenReader} made of a typed text. */
public sealed interface When {

  /**
   * It means this.
   *
   * @param spec the canonical wire form of the schedule
   * @param hints what was assumed and what is odd about it; empty when it can be taken without
   *     asking back
   */
  record Read(ScheduleSpec spec, Schedule schedule, List<Hint> hints) implements When {
    /** Keeps a copy. */
    public Read {
      hints = List.copyOf(hints);
    }

    /** Whether nothing had to be assumed. What was understood may still be odd. */
    public boolean certain() {
      return hints.stream().noneMatch(hint -> hint.kind().isAssumption());
    }
  }

  /**
   * It cannot be read, or not be kept.
   *
   * @param code {@code required}, {@code too-long}, {@code invalid}, {@code schedule-invalid},
   *     {@code schedule-impossible} or {@code zone-unknown}
   * @param detail what is wrong, in the reader's language
   * @param suggestion a text that can be read, to type instead; null where the detail says what to
   *     mend
   */
  record NotUnderstood(String code, String detail, @Nullable String suggestion) implements When {}
}
