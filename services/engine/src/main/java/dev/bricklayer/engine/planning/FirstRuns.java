package dev.bricklayer.engine.planning;

import dev.bricklayer.contracts.RefusalCode;
import dev.bricklayer.schedule.Reading;
import dev.bricklayer.schedule.ScheduleReader;
import dev.bricklayer.schedule.ScheduleSpec;
import java.time.Instant;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Asks a schedule for its first instant, or says why there is none. */
@Component
public class FirstRuns {

  private final ScheduleReader reader = new ScheduleReader();

  /** Asks it. */
  public FirstRun of(ScheduleSpec spec, Instant now) {
    return switch (reader.read(spec, now, Locale.ENGLISH)) {
      case Reading.Accepted accepted ->
          accepted
              .schedule()
              .nextAfter(now)
              .<FirstRun>map(FirstRun.At::new)
              .orElseGet(() -> new FirstRun.Never(RefusalCode.SCHEDULE_IMPOSSIBLE, ""));
      case Reading.Rejected rejected -> never(rejected.problems().getFirst());
    };
  }

  private static FirstRun never(Reading.Problem problem) {
    RefusalCode code =
        switch (problem.code()) {
          case "schedule-impossible" -> RefusalCode.SCHEDULE_IMPOSSIBLE;
          case "zone-unknown" -> RefusalCode.ZONE_UNKNOWN;
          default -> RefusalCode.SCHEDULE_INVALID;
        };
    return new FirstRun.Never(code, problem.pointer());
  }
}
