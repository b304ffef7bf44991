package dev.bricklayer.bff.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bricklayer.bff.world.BffWorld;
import dev.bricklayer.bff.world.Person;
import dev.bricklayer.bff.world.Rest;
import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.createbot.BotActivated;
import dev.bricklayer.contracts.createbot.CreateBotSaga;
import dev.bricklayer.contracts.saga.Service;
import dev.bricklayer.testkit.TestBroker;
import dev.bricklayer.testkit.createbot.CreateBotExample;
import dev.bricklayer.testkit.saga.ServiceUnderScript;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A reminder is asked for beside its schedule. */
class RunNowTest {

  private final BffWorld world = BffWorld.shared();
  private final Person lena = Person.named("lena");
  private final Rest rest = world.at(world.patient(), lena).in("en");
  private final CreateBotExample example = CreateBotExample.fresh().ownedBy(lena.id());
  private final BotId bot = example.botActivated().botId();
  private final ServiceUnderScript bff =
      ServiceUnderScript.of(Service.BFF, TestBroker.bootstrapServers(), world.access());

  @BeforeEach
  void aBotThatLives() {
    bff.run(CreateBotSaga.MAP).given(example.botActivated());
  }

  @AfterEach
  void close() {
    bff.close();
  }

  @Test
  void isAcceptedUnderAnInstantThatIsNoneOfTheSchedules() {
    Rest.Answer answer = rest.post(path(), "{\"to\": \"channel\"}");

    assertThat(answer.status()).isEqualTo(202);
    assertThat(OffsetDateTime.parse(answer.at("/plannedAt")).getNano()).isNotZero();
  }

  @Test
  void goesToNobodyWhoIsLinkedToNobody() {
    Rest.Answer answer = rest.post(path(), "{\"to\": \"me\"}");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.at("/errors/0/pointer")).isEqualTo("/to");
    assertThat(answer.at("/errors/0/code")).isEqualTo("link-required");
  }

  @Test
  void wantsToKnowWhere() {
    assertThat(rest.post(path(), "{}").at("/errors/0/pointer")).isEqualTo("/to");
  }

  @Test
  void isAskedForOnceWhenSentTwiceUnderOneKey() {
    Rest keyed = rest.with("Idempotency-Key", UUID.randomUUID().toString());
    Rest.Answer first = keyed.post(path(), "{\"to\": \"channel\"}");

    assertThat(keyed.post(path(), "{\"to\": \"channel\"}").text()).isEqualTo(first.text());

    assertThat(asked()).isOne();
    assertThat(rest.post(path(), "{\"to\": \"channel\"}").text()).isNotEqualTo(first.text());
    assertThat(asked()).isEqualTo(2);
  }

  @Test
  void isNothingElseUnderTheSameKey() {
    Rest keyed = rest.with("Idempotency-Key", UUID.randomUUID().toString());
    keyed.post(path(), "{\"to\": \"channel\"}");
    CreateBotExample another = CreateBotExample.fresh().ownedBy(lena.id());
    bff.run(CreateBotSaga.MAP).given(another.botActivated());

    Rest.Answer answer = keyed.post(path(another.botActivated()), "{\"to\": \"channel\"}");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.at("/errors/0/code")).isEqualTo("idempotency-key-reused");
  }

  private long asked() {
    return world
        .database()
        .sql(
            """
            select count(*) from messaging.outbox_message
            where key = :bot and convert_from(payload, 'UTF8') like '%plannedAt%'
            """)
        .param("bot", bot.toString())
        .query(Long.class)
        .single();
  }

  @Test
  void isForNobodyElse() {
    Rest bobs = world.at(world.patient(), Person.named("bob"));

    assertThat(bobs.post(path(), "{\"to\": \"channel\"}").status()).isEqualTo(404);
  }

  private String path() {
    return path(example.botActivated());
  }

  private static String path(BotActivated of) {
    return "/api/v1/bots/%s/jobs/%s/runs".formatted(of.botId(), of.firstJob().id());
  }
}
