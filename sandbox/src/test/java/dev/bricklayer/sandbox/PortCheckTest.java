package dev.bricklayer.sandbox;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PortCheckTest {

  @Test
  void aPortInUseIsToldWithItsUserAndTheOptionThatMovesIt() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(() -> PortCheck.allFree(withEngineOn(taken.getLocalPort())))
          .isInstanceOf(CannotStartException.class)
          .hasMessageContaining("port %d, for engine".formatted(taken.getLocalPort()))
          .hasMessageContaining("--port-base");
    }
  }

  @Test
  void freePortsAreFine() {
    assertThatCode(() -> PortCheck.allFree(withEngineOn(0))).doesNotThrowAnyException();
  }

  private static UpOptions withEngineOn(int port) {
    return new UpOptions(
        Path.of("data"),
        false,
        Optional.empty(),
        Optional.empty(),
        UpOptions.LOOPBACK,
        false,
        "11.6",
        new Ports(0, 0, 0, 0, port, 0, 0, 0, 0));
  }
}
