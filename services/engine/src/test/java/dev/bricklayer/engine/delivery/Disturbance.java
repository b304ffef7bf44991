package dev.bricklayer.engine.delivery;

import java.time.Duration;

/** Something that goes wrong in a simulated history, or that people do, and when. */
sealed interface Disturbance {

  /** Since the history began. */
  Duration at();

  /** An engine dies, and starts again after a while. */
  record Kill(Duration at, int engine, Duration away) implements Disturbance {}

  /** An engine stands still for a while. */
  record Freeze(Duration at, int engine, Duration lasting) implements Disturbance {}

  /** Mattermost behaves so for a while. */
  record Mattermost(Duration at, Duration lasting, Mood mood) implements Disturbance {}

  /** Kafka takes nothing for a while. */
  record BusAway(Duration at, Duration lasting) implements Disturbance {}

  /** Kafka brings everything of the last minute once more. */
  record Redelivery(Duration at) implements Disturbance {}

  /** The database's clock is set, on or back. */
  record ClockStep(Duration at, Duration by) implements Disturbance {}

  /** Somebody changes a job. */
  record Change(Duration at, int job, Kind kind) implements Disturbance {}

  /** How Mattermost can be. */
  enum Mood {
    FINE,
    /** Takes no connection. */
    REFUSING,
    /** Has a rate limit. */
    THROTTLING,
    /** Answers 5xx and has posted nothing. */
    FAILING_BEFORE,
    /** Posts, and answers 5xx. */
    FAILING_AFTER,
    /** Breaks connections, before it has posted or after. */
    BREAKING,
    /** Answers nothing in time, and posts within a minute, or not. */
    HANGING
  }

  /** What people do. */
  enum Kind {
    REWORD,
    RESCHEDULE,
    PAUSE,
    RESUME,
    DELETE
  }
}
