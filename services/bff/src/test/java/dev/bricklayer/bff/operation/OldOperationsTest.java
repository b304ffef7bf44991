package dev.bricklayer.bff.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bricklayer.bff.world.BffWorld;
import dev.bricklayer.bff.world.Bodies;
import dev.bricklayer.bff.world.Person;
import dev.bricklayer.bff.world.Rest;
import dev.bricklayer.bff.world.Script;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OldOperationsTest {

  private final BffWorld world = BffWorld.shared();
  private final Rest rest = world.at(world.hasty(), Person.named("lena"));
  private final DeadlineSweeper sweeper = world.patient().getBean(DeadlineSweeper.class);

  @Test
  void areForgottenWhenTheyNeedNotBeKeptAnyMore() {
    String old = ended("31 days");
    String young = ended("29 days");
    String underWay = begun(Script.silent());

    sweeper.forget();

    assertThat(rest.get(old).status()).isEqualTo(404);
    assertThat(rest.get(young).at("/status")).isEqualTo("DONE");
    assertThat(rest.get(underWay).at("/status")).isEqualTo("WORKING");
  }

  private String begun(Script script) {
    String name = BffWorld.unique("old");
    world.others().on(name, script);
    rest.post("/api/v1/bots", Bodies.bot(name).json());
    return "/api/v1/operations/" + world.others().command(name).requiredSaga().id();
  }

  private String ended(String ago) {
    String operation = begun(Script.activating());
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> rest.get(operation).at("/status").equals("DONE"));
    world
        .database()
        .sql(
            """
            update operation set ended_at = now() - cast(:ago as interval)
            where :address like '%' || operation_id
            """)
        .param("ago", ago)
        .param("address", operation)
        .update();
    return operation;
  }
}
