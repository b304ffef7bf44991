package dev.bricklayer.constructor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What whoever runs the service can ask it. */
class OperationsTest {

  private final ConstructorUnderTest constructor = ConstructorUnderTest.shared();

  @Test
  void tellsThatItIsReadyOnceItHasItsPartitions() {
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () -> {
              assertThat(constructor.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
              assertThat(constructor.get("/actuator/health").body())
                  .contains("\"status\":\"UP\"", "messaging", "db");
            });
  }

  @Test
  void tellsItsNumbersUnderItsName() throws Exception {
    assertThat(constructor.get("/actuator/prometheus").body())
        .contains("application=\"constructor\"");
  }

  @Test
  void showsNothingElse() throws Exception {
    assertThat(constructor.get("/actuator/env").statusCode()).isEqualTo(404);
    assertThat(constructor.get("/actuator/health").body()).doesNotContain("PostgreSQL");
  }
}
