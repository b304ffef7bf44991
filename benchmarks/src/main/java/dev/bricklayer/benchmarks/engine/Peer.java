package dev.bricklayer.benchmarks.engine;

import java.time.Instant;

/** A scheduler that people would take instead, on PostgreSQL, each job handing over to Kafka. */
interface Peer extends AutoCloseable {

  /** With its version. */
  String name();

  /** The topic that its jobs write to. */
  String topic();

  /** The largest number of due jobs that it brings to an end in a time that people wait for. */
  int most();

  /** How many jobs it can be filled with before that. */
  int mostStored();

  /** Fills it, once. */
  void load(int stored) throws Exception;

  /** So many fall due at this instant. */
  void plan(int due, Instant at) throws Exception;

  /** More than planning so many and starting takes. */
  int secondsToPlan(int due);

  /** Starts to work; it is quick to do so. */
  void start() throws Exception;

  /** Ends the work, so that it can be planned and started again. */
  void stop() throws Exception;

  @Override
  void close();
}
