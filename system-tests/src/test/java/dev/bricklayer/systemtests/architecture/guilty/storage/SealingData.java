package dev.bricklayer.systemtests.architecture.guilty.storage;

import dev.bricklayer.sealing.TokenSealer;
import java.time.Instant;

/** Guilty: it seals, it reads the wall clock, and its name says nothing. */
class SealingData {

  final TokenSealer sealer;
  final Instant readAt = Instant.now();

  SealingData(TokenSealer sealer) {
    this.sealer = sealer;
  }
}
