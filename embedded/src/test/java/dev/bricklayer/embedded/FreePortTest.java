package dev.bricklayer.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

/** Ports of servers that listen later. */
class FreePortTest {

  @Test
  void aWantedOneIsTakenAsItIs() throws IOException {
    assertThat(FreePort.orAny(9092)).isEqualTo(9092);
    assertThat(FreePort.orAnyBut(9092, 9093)).isEqualTo(9093);
  }

  /** A broker chooses two before it listens on either. */
  @Test
  void twoThatAreChosenOneAfterTheOtherDiffer() throws IOException {
    int first = FreePort.orAny(0);

    for (int i = 0; i < 100; i++) {
      int second = FreePort.anyBut(first, first - 10, first + 11);
      assertThat(second).isNotEqualTo(first);
    }
  }

  @Test
  void oneThatSomebodyListensOnIsNotChosen() throws IOException {
    int first = FreePort.orAny(0);
    try (ServerSocket listening = new ServerSocket(first, 1, InetAddress.getLoopbackAddress())) {
      for (int i = 0; i < 100; i++) {
        assertThat(FreePort.anyBut(0, first - 10, first + 11))
            .isNotEqualTo(listening.getLocalPort());
      }
    }
  }
}
