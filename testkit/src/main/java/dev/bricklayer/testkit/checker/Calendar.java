package dev.bricklayer.testkit.checker;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/** What is due by each rule in the time that is looked at. Many jobs share a rule. */
final class Calendar {

  private final Instant from;
  private final Instant until;
  private final Map<Reckoning, NavigableSet<Instant>> due = new HashMap<>();

  Calendar(Instant from, Instant until) {
    this.from = from;
    this.until = until;
  }

  boolean covers(Instant instant) {
    return !instant.isBefore(from) && instant.isBefore(until);
  }

  NavigableSet<Instant> of(Reckoning rule) {
    return due.computeIfAbsent(rule, r -> new TreeSet<>(r.between(from, until)));
  }

  boolean has(JobHistory.Version version, Instant instant) {
    return version.content() != null && of(version.content().due()).contains(instant);
  }
}
