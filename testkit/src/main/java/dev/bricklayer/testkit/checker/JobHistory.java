package dev.bricklayer.testkit.checker;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What was acknowledged about one job, and when. All that the checker believes: it asks neither the
 * job's rows nor the schedule's.
 *
 * @param versions how it was meant to be, one after the other
 */
public record JobHistory(UUID job, List<Version> versions) {

  /** Before anybody asked for it. */
  private static final Version NOTHING = new Version(Moment.at(Instant.MIN), null);

  public JobHistory {
    versions = List.copyOf(versions);
  }

  /**
   * How the job is meant to be from a moment on.
   *
   * @param content null while it says nothing: paused, stopped, deleted
   */
  public record Version(Moment from, @Nullable Content content) {

    /** What it says; asked only of what speaks. */
    Content said() {
      if (content == null) {
        throw new IllegalStateException("it says nothing");
      }
      return content;
    }
  }

  /** A job that fires from then on. */
  public static JobHistory created(UUID job, Moment moment, Content content) {
    return new JobHistory(job, List.of(NOTHING, new Version(moment, content)));
  }

  /** It says something else, somewhere else, or at other times; if it stood still, no more. */
  public JobHistory edited(Moment moment, Content content) {
    return and(new Version(moment, content));
  }

  /** It fires no more: paused, stopped or deleted. */
  public JobHistory silenced(Moment moment) {
    return and(new Version(moment, null));
  }

  /** It fires again as it did before it was silenced. */
  public JobHistory resumed(Moment moment) {
    return and(new Version(moment, lastSaid()));
  }

  /** Its instants before {@code notBefore} pass in silence. */
  public JobHistory quietUntil(Moment moment, Instant notBefore) {
    Content said = lastSaid();
    return edited(moment, said.due(Reckoning.notBefore(notBefore, said.due())));
  }

  /** This one instant passes in silence. */
  public JobHistory skipping(Moment moment, Instant instant) {
    Content said = lastSaid();
    return edited(moment, said.due(Reckoning.without(instant, said.due())));
  }

  private Content lastSaid() {
    return versions.reversed().stream()
        .filter(version -> version.content() != null)
        .findFirst()
        .map(Version::said)
        .orElseThrow(() -> new IllegalStateException("it never said anything"));
  }

  private JobHistory and(Version version) {
    if (version.from().asked().isBefore(versions.getLast().from().asked())) {
      throw new IllegalArgumentException("changes are told in their order");
    }
    List<Version> longer = new ArrayList<>(versions);
    longer.add(version);
    return new JobHistory(job, longer);
  }

  /** All that may have been in force at some time from {@code from} to {@code until}. */
  List<Version> inForce(Instant from, Instant until) {
    return IntStream.range(0, versions.size())
        .filter(i -> !versions.get(i).from().asked().isAfter(until))
        .filter(i -> i == versions.size() - 1 || !isOverBefore(from, versions.get(i + 1)))
        .mapToObj(versions::get)
        .toList();
  }

  private static boolean isOverBefore(Instant from, Version next) {
    return next.from().acknowledged().isBefore(from);
  }
}
