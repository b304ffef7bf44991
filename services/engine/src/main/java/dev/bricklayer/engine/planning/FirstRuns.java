package dev.bricklayer.engine.planning;

import dev.bricklayer.contracts.JobContent;
import dev.bricklayer.contracts.RefusalCode;
import dev.bricklayer.schedule.Reading;
import dev.bricklayer.schedule.ScheduleReader;
import java.time.Instant;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Asks a schedule for its first instant, or says why there is none. */
@Component
public class FirstRuns {

  private final ScheduleReader reader = new ScheduleReader();

  /** Asks it. */
  public FirstRun of(JobContent content, Instant now) {
    return switch (reader.read(content.schedule(), now, Locale.ENGLISH)) {
      case Reading.Accepted accepted ->
          accepted
              .schedule()
              .nextAfter(content.firesAfter(now))
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
