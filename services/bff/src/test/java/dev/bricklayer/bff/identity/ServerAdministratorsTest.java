package dev.bricklayer.bff.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bricklayer.bff.world.BffWorld;
import dev.bricklayer.bff.world.Person;
import dev.bricklayer.contracts.state.LinkedIdentity;
import dev.bricklayer.simulator.Settings;
import dev.bricklayer.simulator.StandInMattermost;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.ConfigurableApplicationContext;

/** Who administers Mattermost administers Bricklayer, once they are linked. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServerAdministratorsTest {

  private static final String ADMINISTRATION = "/api/v1/admin/operations?status=NEEDS_HELP";

  private final BffWorld world = BffWorld.shared();
  private final StandInMattermost mattermost = StandInMattermost.start(Settings.forTest());
  private ConfigurableApplicationContext bff = world.patient();

  @BeforeAll
  void start() {
    bff =
        world.oneMore(
            "--bricklayer.mattermost.url=" + mattermost.address(),
            "--bricklayer.mattermost.bot-token=" + mattermost.demo().botToken());
  }

  @AfterAll
  void stop() {
    bff.close();
    mattermost.close();
  }

  @Test
  void aLinkedSystemAdministratorIsOne() {
    Person boss = Person.named("boss");
    assertThat(status(boss)).isEqualTo(403);

    world.linked(boss, 2, user("admin"));
    assertThat(status(boss)).isEqualTo(200);

    world.linked(boss, 3);
    assertThat(status(boss)).isEqualTo(403);
  }

  @Test
  void anybodyElseWhoIsLinkedIsNone() {
    Person lena = Person.named("lena");
    world.linked(lena, 2, user("lena"));

    assertThat(status(lena)).isEqualTo(403);
  }

  @Test
  void nobodyIsWhereNoBotCanAsk() {
    Person boss = Person.named("boss");
    world.linked(boss, 2, user("admin"));

    assertThat(world.at(world.patient(), boss).get(ADMINISTRATION).status()).isEqualTo(403);
  }

  private int status(Person person) {
    return world.at(bff, person).get(ADMINISTRATION).status();
  }

  private LinkedIdentity user(String name) {
    return new LinkedIdentity(
        Person.named(name).id(),
        mattermost.demo().userId(name),
        name,
        Instant.parse("2026-10-12T08:00:00Z"));
  }
}
