package dev.bricklayer.contracts.saga;

/** The calls of a service that calls nobody: there is no value of it. */
public final class NoCall {

  private NoCall() {}
}
