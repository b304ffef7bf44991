package dev.bricklayer.schedule;

import java.util.List;

/** What {@link ScheduleReader} made of a {@link ScheduleSpec}. */
public sealed interface Reading {

  /**
   * It can be kept and fired.
   *
   * @param warnings what is odd about it; never a reason to refuse
   */
  record Accepted(Schedule schedule, List<Warning> warnings) implements Reading {
    /** Keeps a copy. */
    public Accepted {
      warnings = List.copyOf(warnings);
    }
  }

  /**
   * It cannot be kept.
   *
   * @param problems at least one
   */
  record Rejected(List<Problem> problems) implements Reading {
    /** Keeps a copy. */
    public Rejected {
      problems = List.copyOf(problems);
    }
  }

  /**
   * One thing to mend.
   *
   * @param pointer JSON pointer from the schedule object: {@code /cron}, {@code /every/on/0}, empty
   *     for the object itself
   * @param code {@code required}, {@code invalid}, {@code too-long}, {@code schedule-invalid},
   *     {@code schedule-impossible} or {@code zone-unknown}
   * @param detail what is wrong and what to write instead, in the reader's language
   */
  record Problem(String pointer, String code, String detail) {}

  /**
   * One thing to know.
   *
   * @param code {@code frequent}, {@code rare-day}, {@code clock-skips}, {@code clock-repeats} or
   *     {@code either-day}
   * @param detail a sentence in the reader's language
   */
  record Warning(String code, String detail) {}
}
