package dev.bricklayer.systemtests.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FreePortsTest {

  /** Whoever was given one may begin to listen much later. */
  @Test
  void noneIsGivenTwiceThoughNobodyListensYet() {
    Stream<Integer> given =
        IntStream.range(0, 50)
            .mapToObj(_ -> FreePorts.inARow(9))
            .flatMap(base -> IntStream.range(base, base + 9).boxed());

    assertThat(given).doesNotHaveDuplicates();
  }
}
