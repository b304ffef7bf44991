package dev.bricklayer.engine.claim;

import dev.bricklayer.schedule.Schedule;
import dev.bricklayer.schedule.ScheduleSpec;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Rules as the schedule's rows hold them. What was read is kept: many jobs share a rule, and a
 * job's rule is read again at each firing.
 */
@Component
public class Rules {

  private static final int KEPT = 20_000;

  private final JsonMapper mapper;
  private final Map<String, Schedule> read =
      new LinkedHashMap<>(1024, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Schedule> eldest) {
          return size() > KEPT;
        }
      };

  Rules(JsonMapper mapper) {
    this.mapper = mapper;
  }

  /** The column's text. */
  public String write(Schedule schedule) {
    return mapper.writeValueAsString(schedule.toSpec());
  }

  /**
   * The schedule behind a column's text.
   *
   * @throws IllegalArgumentException when it cannot be read: it was accepted once, so this is a
   *     fault
   */
  public synchronized Schedule read(String rule) {
    return read.computeIfAbsent(rule, this::parse);
  }

  private Schedule parse(String rule) {
    return Schedule.of(mapper.readValue(rule, ScheduleSpec.class));
  }
}
