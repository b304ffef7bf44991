package dev.bricklayer.benchmarks;

/** The bff has more to do than it has room for, and said so: 503. */
final class BusyException extends Exception {

  private static final long serialVersionUID = 1;
}
