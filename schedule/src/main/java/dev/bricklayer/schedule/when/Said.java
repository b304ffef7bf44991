package dev.bricklayer.schedule.when;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What has been said by now. Saying the same twice is fine; saying two things of one aspect is a
 * {@link Complaint}. Of several complaints the first one stays.
 */
final class Said {

  private final ZonedDateTime now;
  private final boolean oneMoment;
  private final Map<Aspect<?>, Object> given = new HashMap<>();
  private final List<Assumption> assumptions = new ArrayList<>();
  private @Nullable Complaint complaint;

  private Said(ZonedDateTime now, boolean oneMoment) {
    this.now = now;
    this.oneMoment = oneMoment;
  }

  /** Of a schedule. */
  static Said ofSchedule(ZonedDateTime now) {
    return new Said(now, false);
  }

  /** Of one point in time, which is therefore no rhythm: a weekday is the next one. */
  static Said ofOneMoment(ZonedDateTime now) {
    Said said = new Said(now, true);
    said.say(Aspect.ONCE);
    return said;
  }

  /** Whether a day begins at midnight, as for whoever waits for it. */
  boolean isOneMoment() {
    return oneMoment;
  }

  <T> void say(Aspect<T> aspect, T value) {
    Object before = given.put(aspect, value);
    if (before != null && !before.equals(value)) {
      complain(Reason.TWICE);
    }
  }

  void say(Aspect<Boolean> aspect) {
    given.put(aspect, true);
  }

  boolean has(Aspect<?> aspect) {
    return given.containsKey(aspect);
  }

  Set<Aspect<?>> given() {
    return Collections.unmodifiableSet(given.keySet());
  }

  /**
   * What was said of an aspect.
   *
   * @throws IllegalStateException when nothing was
   */
  <T> T get(Aspect<T> aspect) {
    return find(aspect)
        .orElseThrow(() -> new IllegalStateException("Nothing was said of " + aspect));
  }

  <T> Optional<T> find(Aspect<T> aspect) {
    return Optional.ofNullable(aspect.in(given));
  }

  /** Forgets what was noted for something that is not there after all. A complaint stays. */
  boolean attempt(BooleanSupplier reading) {
    Map<Aspect<?>, Object> givenBefore = Map.copyOf(given);
    List<Assumption> assumedBefore = List.copyOf(assumptions);
    boolean read = reading.getAsBoolean();
    if (!read) {
      given.clear();
      given.putAll(givenBefore);
      assumptions.clear();
      assumptions.addAll(assumedBefore);
    }
    return read;
  }

  void assume(Hint.Kind kind, Object... arguments) {
    Assumption assumption = Assumption.of(kind, arguments);
    if (!assumptions.contains(assumption)) {
      assumptions.add(assumption);
    }
  }

  List<Assumption> assumptions() {
    return assumptions;
  }

  void complain(Reason reason, Object... arguments) {
    if (complaint == null) {
      complaint = Complaint.of(reason, arguments);
    }
  }

  @Nullable Complaint complaint() {
    return complaint;
  }

  ZonedDateTime now() {
    return now;
  }

  LocalDate today() {
    return now.toLocalDate();
  }

  boolean isAhead(LocalDateTime local) {
    return local.isAfter(now.toLocalDateTime());
  }
}
