package dev.bricklayer.testkit.checker;

import dev.bricklayer.schedule.ScheduleSpec;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Says when something is due, in the checker's own way. Equal ones say the same. */
public sealed interface Reckoning {

  /** All instants from {@code from} on and before {@code until}, ascending. */
  List<Instant> between(Instant from, Instant until);

  /** By the wire form of a schedule. */
  static Reckoning of(ScheduleSpec spec) {
    return new ByClock(WatchedClock.of(spec));
  }

  /** At these instants and no others. */
  static Reckoning at(Instant... instants) {
    return new At(Stream.of(instants).sorted().toList());
  }

  /** Once at {@code first}, whatever the rule says, and by the rule after it. */
  static Reckoning beginning(Instant first, Reckoning then) {
    return new Beginning(first, then);
  }

  /** As another says, but silent before an instant. */
  static Reckoning notBefore(Instant instant, Reckoning then) {
    return new NotBefore(instant, then);
  }

  /** As another says, without this one instant. */
  static Reckoning without(Instant instant, Reckoning others) {
    return new Without(instant, others);
  }

  /** See {@link #notBefore}. */
  record NotBefore(Instant instant, Reckoning then) implements Reckoning {
    @Override
    public List<Instant> between(Instant from, Instant until) {
      return then.between(from.isAfter(instant) ? from : instant, until);
    }
  }

  /** See {@link #without}. */
  record Without(Instant instant, Reckoning others) implements Reckoning {
    @Override
    public List<Instant> between(Instant from, Instant until) {
      return others.between(from, until).stream().filter(i -> !i.equals(instant)).toList();
    }
  }

  /** See {@link #of}. */
  record ByClock(WatchedClock clock) implements Reckoning {
    @Override
    public List<Instant> between(Instant from, Instant until) {
      return clock.between(from, until);
    }
  }

  /** See {@link #at}. */
  record At(List<Instant> instants) implements Reckoning {
    @Override
    public List<Instant> between(Instant from, Instant until) {
      return instants.stream().filter(i -> !i.isBefore(from) && i.isBefore(until)).toList();
    }
  }

  /** See {@link #beginning}. */
  record Beginning(Instant first, Reckoning then) implements Reckoning {
    @Override
    public List<Instant> between(Instant from, Instant until) {
      Instant afterFirst = first.plusNanos(1);
      return Stream.concat(
              at(first).between(from, until).stream(),
              then.between(from.isAfter(first) ? from : afterFirst, until).stream())
          .toList();
    }
  }
}
