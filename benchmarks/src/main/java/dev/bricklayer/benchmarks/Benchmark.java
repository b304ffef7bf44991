package dev.bricklayer.benchmarks;

/** One thing that is measured. */
public interface Benchmark {

  /** Its name on the command line and in the file of its results. */
  String name();

  /** Measures; takes minutes. */
  Report run() throws Exception;
}
