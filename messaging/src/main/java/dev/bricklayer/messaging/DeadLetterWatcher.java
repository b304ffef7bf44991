package dev.bricklayer.messaging;

import java.util.UUID;

/**
 * Hears of this service's dead letters, in the transaction that changes them: what it sends leaves
 * if and only if the change is there. A watcher is a Spring bean.
 */
public interface DeadLetterWatcher {

  /** A message could not be handled; or one that could not was handled again, and failed again. */
  void kept(DeadLetter letter, Outgoing out);

  /** It is handled, discarded, or too old to be kept. */
  void gone(UUID letter, Outgoing out);
}
