package dev.bricklayer.systemtests.architecture.guilty.storage;

import dev.bricklayer.sealing.TokenSealer;

/** Guilty: it seals, and its name says nothing. */
class SealingData {

  final TokenSealer sealer;

  SealingData(TokenSealer sealer) {
    this.sealer = sealer;
  }
}
