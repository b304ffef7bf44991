package dev.bricklayer.bff.jobs;

import dev.bricklayer.problems.Fields;
import dev.bricklayer.problems.TextRule;
import dev.bricklayer.schedule.ScheduleSpec;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a schedule with their types. What they mean is not looked at here: the schedule's
 * own reader says that more exactly than any rule about texts could.
 */
final class ScheduleFields {

  /** Longer than every schedule that means something. */
  private static final TextRule LINE = TextRule.line(300);

  private static final int MOST_DAYS = 20;

  private boolean complete = true;

  /**
   * A schedule as it was sent.
   *
   * @param complete whether every field that was sent stands in it; where one does not, a fault was
   *     noted
   */
  record Sent(ScheduleSpec spec, boolean complete) {}

  private ScheduleFields() {}

  static Sent read(Fields schedule) {
    ScheduleFields reading = new ScheduleFields();
    ScheduleSpec spec =
        new ScheduleSpec(
            reading.line(schedule, "cron"),
            reading.line(schedule, "at"),
            reading.every(schedule),
            reading.line(schedule, "timeZone"));
    return new Sent(spec, reading.complete);
  }

  private ScheduleSpec.@Nullable Every every(Fields schedule) {
    Optional<Fields> every = schedule.optionalObject("every");
    return noted(schedule, "every", every) == null
        ? null
        : new ScheduleSpec.Every(
            noted(
                every.get(),
                "weeks",
                every.get().optionalInteger("weeks", Integer.MIN_VALUE, Integer.MAX_VALUE)),
            days(every.get()),
            line(every.get(), "month"),
            line(every.get(), "at"),
            line(every.get(), "from"));
  }

  /** An empty list is left to the schedule's reader, which knows whether one is needed. */
  private @Nullable List<String> days(Fields every) {
    if (!every.has("on")) {
      return null;
    }
    List<String> days = every.texts("on", MOST_DAYS, LINE);
    complete = complete && !days.isEmpty() && days.stream().noneMatch(String::isBlank);
    return days;
  }

  private @Nullable String line(Fields fields, String name) {
    return noted(fields, name, fields.optionalText(name, LINE));
  }

  private <T> @Nullable T noted(Fields fields, String name, Optional<T> read) {
    complete = complete && fields.has(name) == read.isPresent();
    return read.orElse(null);
  }
}
