package dev.bricklayer.bff.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bricklayer.bff.world.BffWorld;
import dev.bricklayer.bff.world.Person;
import dev.bricklayer.bff.world.Rest;
import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.JobId;
import dev.bricklayer.contracts.createbot.CreateBotSaga;
import dev.bricklayer.contracts.saga.Service;
import dev.bricklayer.testkit.TestBroker;
import dev.bricklayer.testkit.createbot.CreateBotExample;
import dev.bricklayer.testkit.saga.ServiceUnderScript;
import java.time.OffsetDateTime;
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
  private final JobId job = example.botActivated().firstJob().id();
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
  void isForNobodyElse() {
    Rest bobs = world.at(world.patient(), Person.named("bob"));

    assertThat(bobs.post(path(), "{\"to\": \"channel\"}").status()).isEqualTo(404);
  }

  private String path() {
    return "/api/v1/bots/%s/jobs/%s/runs".formatted(bot, job);
  }
}
