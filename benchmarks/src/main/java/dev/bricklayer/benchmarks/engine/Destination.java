package dev.bricklayer.benchmarks.engine;

import java.net.URI;

/** Where reminders are posted, and how fast it made them. */
interface Destination extends AutoCloseable {

  /** The server's. */
  URI address();

  /** The id of the account that posts. */
  String user();

  /** That account's. */
  String token();

  /** The id of the channel in which all is posted. */
  String channel();

  /**
   * From the first post to the last, by the server's own clock.
   *
   * @param posts so many were made since the last {@link #forget}
   */
  double perSecond(int posts);

  /** Counts anew. */
  void forget();

  @Override
  void close();
}
