package dev.bricklayer.bff.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bricklayer.bff.world.BffWorld;
import dev.bricklayer.bff.world.Bodies;
import dev.bricklayer.bff.world.Chatter;
import dev.bricklayer.bff.world.LivingBot;
import dev.bricklayer.bff.world.Person;
import dev.bricklayer.bff.world.Rest;
import dev.bricklayer.bff.world.Script;
import dev.bricklayer.contracts.createbot.CreateBot;
import dev.bricklayer.messaging.Received;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.ConfigurableApplicationContext;

/** A copy in which one operation may be under way, and one is. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrowdedTest {

  private final BffWorld world = BffWorld.shared();
  private final ConfigurableApplicationContext copy =
      world.oneMore(
          "--bricklayer.operations.at-once=1",
          "--bricklayer.operations.stuck-after=1h",
          "--bricklayer.operations.answer-within=1ms");
  private final Person lena = Person.named("crowded-lena");
  private final Rest rest = world.at(copy, lena);
  private Received<CreateBot> underWay;

  @BeforeEach
  void oneIsUnderWay() {
    String first = BffWorld.unique("first");
    world.others().on(first, Script.silent());
    Rest.Answer taken = rest.post("/api/v1/bots", Bodies.bot(first).json());
    assertThat(taken.status()).as(taken.text()).isEqualTo(202);
    underWay = world.others().command(first);
  }

  @AfterEach
  void itEnds() {
    world
        .others()
        .say(underWay.requiredSaga(), Script.activating().answer(underWay.body()).toArray());
    Awaitility.await().until(() -> copy.getBean(Room.class).size() == 0);
  }

  @AfterAll
  void close() {
    copy.close();
  }

  @Test
  void whatFindsNoRoomIsAnsweredAtOnceAndLeavesNothing() {
    String name = BffWorld.unique("second");
    long before = operations();

    Rest.Answer refused = rest.in("en").post("/api/v1/bots", Bodies.bot(name).json());

    assertThat(refused.status()).as(refused.text()).isEqualTo(503);
    assertThat(refused.at("/code")).isEqualTo("busy");
    assertThat(refused.at("/detail")).contains("Nothing was changed");
    assertThat(refused.header("Retry-After")).isEqualTo("2");
    assertThat(operations()).isEqualTo(before);
    assertThat(world.others().hasHeardOf(name)).isFalse();
  }

  @Test
  void whatComesWhenThereIsRoomAgainIsServed() {
    String name = BffWorld.unique("third");
    String key = BffWorld.unique("key").replace(' ', '-');
    Rest again = rest.with("Idempotency-Key", key);
    assertThat(again.post("/api/v1/bots", Bodies.bot(name).json()).status()).isEqualTo(503);

    itEnds();

    assertThat(again.post("/api/v1/bots", Bodies.bot(name).json()).status()).isIn(201, 202);
    underWay = world.others().command(name);
  }

  @Test
  void anotherCopyHasRoomOfItsOwn() {
    String name = BffWorld.unique("elsewhere");
    Rest elsewhere = world.at(world.patient(), lena);

    assertThat(elsewhere.post("/api/v1/bots", Bodies.bot(name).json()).status()).isEqualTo(201);
  }

  @Test
  void whoeverTypesIsToldSoAndTheMenuStillAnswers() {
    LivingBot living = LivingBot.make();
    Chatter person = living.person().at(copy);

    Rest.Answer answer = person.type("pause " + living.name());

    assertThat(answer.text()).contains("Nothing was changed").contains("Try again in 2 s");
    assertThat(Chatter.names(person.type("").json())).isNotEmpty();
  }

  private long operations() {
    return world
        .database()
        .sql("select count(*) from operation where person_id = :person")
        .param("person", lena.id().value())
        .query(Long.class)
        .single();
  }
}
