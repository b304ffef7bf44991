package dev.bricklayer.bff.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bricklayer.bff.world.BffWorld;
import dev.bricklayer.bff.world.Person;
import dev.bricklayer.bff.world.Rest;
import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.JobId;
import dev.bricklayer.contracts.RefusalCode;
import dev.bricklayer.contracts.createbot.CreateBotSaga;
import dev.bricklayer.contracts.reminder.ReminderMissed;
import dev.bricklayer.contracts.reminder.ReminderPosted;
import dev.bricklayer.contracts.reminder.ReminderUndeliverable;
import dev.bricklayer.contracts.saga.Service;
import dev.bricklayer.testkit.TestBroker;
import dev.bricklayer.testkit.createbot.CreateBotExample;
import dev.bricklayer.testkit.saga.SagaScript;
import dev.bricklayer.testkit.saga.ServiceUnderScript;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What became of a job's last occurrences, as its owner reads it. */
class JournalTest {

  private static final Instant NINE = Instant.parse("2026-12-01T06:00:00Z");

  private final BffWorld world = BffWorld.shared();
  private final Person lena = Person.named("lena");
  private final Rest rest = world.at(world.patient(), lena).in("en");
  private final CreateBotExample example = CreateBotExample.fresh().ownedBy(lena.id());
  private final BotId bot = example.botActivated().botId();
  private final JobId job = example.botActivated().firstJob().id();
  private final ServiceUnderScript bff =
      ServiceUnderScript.of(Service.BFF, TestBroker.bootstrapServers(), world.access());
  private final SagaScript script = bff.run(CreateBotSaga.MAP);

  @BeforeEach
  void aBotThatLives() {
    script.given(example.botActivated());
  }

  @AfterEach
  void close() {
    bff.close();
  }

  @Test
  void showsWhereAReminderStandsAndHowLateItWas() {
    script.given(posted(NINE, Duration.ofMillis(42)));

    Rest.Answer runs = rest.get(path());

    assertThat(runs.at("/items/0/outcome")).isEqualTo("SENT");
    assertThat(runs.at("/items/0/plannedAt")).isEqualTo("2026-12-01T09:00:00+03:00");
    assertThat(runs.at("/items/0/late")).isEqualTo("PT0.042S");
    assertThat(runs.at("/items/0/post/id")).isEqualTo("p".repeat(26));
  }

  @Test
  void saysWhyOneWasNotPosted() {
    script.given(
        new ReminderUndeliverable(
            bot,
            job,
            UUID.randomUUID(),
            NINE,
            NINE.plusSeconds(1),
            false,
            RefusalCode.CHANNEL_ARCHIVED,
            "400 api.post.create_post.can_not_post_to_deleted.error",
            "c".repeat(26),
            "Stand-up",
            false));

    Rest.Answer runs = rest.get(path());

    assertThat(runs.at("/items/0/outcome")).isEqualTo("FAILED");
    assertThat(runs.at("/items/0/code")).isEqualTo("channel-archived");
    assertThat(runs.at("/items/0/error")).contains("can_not_post_to_deleted");
    assertThat(runs.json().at("/items/0").has("post")).isFalse();
  }

  @Test
  void countsThoseThatWereMissedInARow() {
    script.given(
        new ReminderMissed(
            bot, job, UUID.randomUUID(), NINE, NINE.plusSeconds(540), 10, NINE.plusSeconds(900)));

    Rest.Answer runs = rest.get(path());

    assertThat(runs.at("/items/0/outcome")).isEqualTo("MISSED");
    assertThat(runs.at("/items/0/missed/first")).isEqualTo("2026-12-01T09:00:00+03:00");
    assertThat(runs.json().at("/items/0/missed/count").asInt()).isEqualTo(10);
  }

  @Test
  void isPagedTheLatestFirst() {
    script.given(
        posted(NINE, Duration.ZERO),
        posted(NINE.plusSeconds(60), Duration.ZERO),
        posted(NINE.plusSeconds(120), Duration.ZERO));

    Rest.Answer first = rest.get(path() + "?limit=2");
    Rest.Answer second = rest.get(first.at("/next"));

    assertThat(first.at("/items/0/plannedAt")).isEqualTo("2026-12-01T09:02:00+03:00");
    assertThat(first.at("/items/1/plannedAt")).isEqualTo("2026-12-01T09:01:00+03:00");
    assertThat(second.at("/items/0/plannedAt")).isEqualTo("2026-12-01T09:00:00+03:00");
    assertThat(second.json().has("next")).isFalse();
  }

  @Test
  void isNobodyElses() {
    script.given(posted(NINE, Duration.ZERO));

    Rest bobs = world.at(world.patient(), Person.named("bob"));

    assertThat(bobs.get(path()).status()).isEqualTo(404);
  }

  private String path() {
    return "/api/v1/bots/%s/jobs/%s/runs".formatted(bot, job);
  }

  private ReminderPosted posted(Instant plannedAt, Duration late) {
    return new ReminderPosted(
        bot,
        job,
        UUID.randomUUID(),
        plannedAt,
        plannedAt.plus(late),
        "c".repeat(26),
        "p".repeat(26),
        false);
  }
}
