package dev.bricklayer.simulator.world;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Where rows go before anybody hears of them. */
public interface Journal extends AutoCloseable {

  /** Gives back every row that was ever appended and not compacted away, in order. */
  void replay(Consumer<Row> into);

  /** Forgets all history but these rows. */
  void compact(Stream<Row> rows);

  /**
   * Keeps rows that belong together, in one piece. When this returns, they survive the end of the
   * process by whatever signal.
   */
  void append(List<? extends Row> rows);

  @Override
  void close();

  /** Keeps nothing: for tests, whose world ends with them. */
  static Journal none() {
    return new Journal() {
      @Override
      public void replay(Consumer<Row> into) {}

      @Override
      public void compact(Stream<Row> rows) {}

      @Override
      public void append(List<? extends Row> rows) {}

      @Override
      public void close() {}
    };
  }
}
