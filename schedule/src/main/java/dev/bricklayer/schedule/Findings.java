package dev.bricklayer.schedule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Collects what is wrong with a schedule while it is read. */
final class Findings {

  /** The codes that go over the wire. */
  enum Code {
    REQUIRED("required"),
    INVALID("invalid"),
    TOO_LONG("too-long"),
    SCHEDULE_INVALID("schedule-invalid"),
    SCHEDULE_IMPOSSIBLE("schedule-impossible"),
    ZONE_UNKNOWN("zone-unknown");

    private final String wire;

    Code(String wire) {
      this.wire = wire;
    }
  }

  private final Messages messages;
  private final List<Reading.Problem> problems = new ArrayList<>();

  Findings(Messages messages) {
    this.messages = messages;
  }

  void add(String pointer, Code code, String key, Object... arguments) {
    problems.add(new Reading.Problem(pointer, code.wire, sentence(key, arguments)));
  }

  /** Adds a problem of one cron field, beginning with the field's name. */
  void addInField(CronField.Unit unit, String key, Object... arguments) {
    String prefix = messages.text("cron.in-field." + unit.name());
    problems.add(
        new Reading.Problem(
            "/cron", Code.SCHEDULE_INVALID.wire, prefix + " " + sentence(key, arguments)));
  }

  private String sentence(String key, Object... arguments) {
    Object[] quoted = Arrays.stream(arguments).map(a -> Messages.quote(a.toString())).toArray();
    return messages.text(key, quoted);
  }

  /** Adds a problem when the text is longer than any meaningful one. */
  boolean tooLong(String pointer, String text, int most) {
    if (text.length() <= most) {
      return false;
    }
    add(pointer, Code.TOO_LONG, "text.too-long", most, text.length());
    return true;
  }

  boolean any() {
    return !problems.isEmpty();
  }

  List<Reading.Problem> problems() {
    return List.copyOf(problems);
  }
}
