package dev.bricklayer.bff.createbot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bricklayer.bff.world.BffWorld;
import dev.bricklayer.bff.world.Bodies;
import dev.bricklayer.bff.world.Person;
import dev.bricklayer.bff.world.Rest;
import dev.bricklayer.embedded.PostgresServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** A copy whose database crashes says so soon, does nothing by halves, and comes back by itself. */
class BusyTest {

  private final BffWorld world = BffWorld.shared();
  private final String name = BffWorld.unique("busy");

  @Test
  void isBusyWhileTheDatabaseIsAwayAndGoesOnWhenItIsBack(@TempDir Path directory) throws Exception {
    try (PostgresServer server = PostgresServer.start(directory, 0, Map.of());
        ConfigurableApplicationContext copy =
            world.apart(
                server.createRoleAndDatabase("bff", "secret"),
                "--bricklayer.operations.answer-within=40s",
                "--spring.datasource.hikari.connection-timeout=500")) {
      Rest rest = world.at(copy, Person.named("lena"));
      server.kill();

      Rest.Answer refused = rest.post("/api/v1/bots", Bodies.bot(name).json());
      assertThat(refused.status()).as(refused.text()).isEqualTo(503);
      assertThat(refused.at("/code")).isEqualTo("busy");
      assertThat(refused.header("Retry-After")).isEqualTo("3");
      assertThat(rest.get("/api/v1/bots").status()).isEqualTo(503);
      assertThat(BffWorld.nobodyAt(copy).get("/actuator/health/readiness").status())
          .as("no more calls for this copy, please")
          .isEqualTo(503);

      server.restart();

      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> rest.get("/api/v1/bots"), answer -> answer.status() == 200);
      assertThat(rest.get("/api/v1/bots").json().at("/items")).as("nothing by halves").isEmpty();
      assertThat(world.others().hasHeardOf(name)).isFalse();
      assertThat(rest.post("/api/v1/bots", Bodies.bot(name).json()).status()).isEqualTo(201);
    }
  }
}
