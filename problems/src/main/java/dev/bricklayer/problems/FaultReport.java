package dev.bricklayer.problems;

import java.util.ArrayList;
import java.util.List;

/** Collects the faults of one body. */
final class FaultReport {

  /** More are not told: the answer must not grow with the request. */
  private static final int MOST = 100;

  private final List<Fault> faults = new ArrayList<>();
  private final List<Runnable> lastChecks = new ArrayList<>();

  void add(Fault fault) {
    if (faults.size() < MOST) {
      faults.add(fault);
    }
  }

  /** A check that can be made only when the whole body has been read. */
  void onceRead(Runnable check) {
    lastChecks.add(check);
  }

  int size() {
    return faults.size();
  }

  void close() {
    lastChecks.forEach(Runnable::run);
    if (!faults.isEmpty()) {
      throw Problem.input(faults);
    }
  }
}
