package dev.bricklayer.simulator.world;

import java.util.function.Consumer;
import java.util.stream.Stream;

/** Where rows go before anybody hears of them. */
public interface Journal extends AutoCloseable {

  /** Gives back every row that was ever appended and not compacted away, in order. */
  void replay(Consumer<Row> into);

  /** Forgets all history but these rows. */
  void compact(Stream<Row> rows);

  /** Keeps a row. When this returns, the row survives the end of the process by whatever signal. */
  void append(Row row);

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
      public void append(Row row) {}

      @Override
      public void close() {}
    };
  }
}
