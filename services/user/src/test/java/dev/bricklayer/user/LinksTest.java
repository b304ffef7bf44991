package dev.bricklayer.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bricklayer.contracts.link.AccountLinked;
import dev.bricklayer.contracts.link.ConfirmLink;
import dev.bricklayer.contracts.link.LinkAsked;
import dev.bricklayer.contracts.link.LinkId;
import dev.bricklayer.contracts.link.LinkRefused;
import dev.bricklayer.contracts.link.LinkRefused.Reason;
import dev.bricklayer.testkit.SettableClock;
import dev.bricklayer.testkit.TestDatabase;
import dev.bricklayer.user.UserCalls.Answer;
import dev.bricklayer.user.UserCalls.Person;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** An account and a Mattermost user become one person, and are parted again. */
class LinksTest {

  private static final String LINKS = "/api/v1/users/me/links";

  private final RunningUser service = RunningUser.shared();
  private final UserCalls calls = service.calls();
  private final Person lena = calls.newPerson();
  private final LinkWire mattermost = new LinkWire(service);

  @Test
  void aCodeAQuestionAndAYesLinkThem() {
    Answer issued = calls.as(lena.accessToken(), "POST", LINKS);
    assertThat(issued.status()).isEqualTo(201);
    assertThat(issued.header("Cache-Control")).contains("no-store");

    LinkId link = mattermost.type(issued.text("code"));
    LinkAsked question = mattermost.next(LinkAsked.class);
    assertThat(question.accountName()).isEqualTo(lena.username());
    assertThat(question.until()).isEqualTo(issued.text("expiresAt"));
    assertThat(links(lena)).isEmpty();

    mattermost.say(new ConfirmLink(link, mattermost.identity()));
    assertThat(mattermost.next(AccountLinked.class).account().value()).isEqualTo(lena.id());
    assertThat(links(lena)).hasSize(1);
    assertThat(links(lena).getFirst().get("mattermostUserId").stringValue())
        .isEqualTo(mattermost.userId());
  }

  @Test
  void theOtherServicesAreToldAndToldAgainWhenTheyAreParted() {
    linked(lena, mattermost);
    assertThat(calls.as(lena.accessToken(), "DELETE", LINKS).status()).isEqualTo(204);

    assertThat(links(lena)).isEmpty();
    try (StateTopic topic = new StateTopic()) {
      List<JsonNode> states = topic.statesOf(lena.id(), 3);
      assertThat(states.get(1).at("/identities/0/identity").stringValue())
          .isEqualTo(mattermost.identity().toString());
      assertThat(states.get(2).get("identities")).isEmpty();
    }
  }

  @Test
  void oneLinkOfSeveralCanBeEnded() {
    linked(lena, mattermost);
    LinkWire second = new LinkWire(service);
    linked(lena, second);

    String path = LINKS + "/" + mattermost.identity();
    assertThat(calls.as(lena.accessToken(), "DELETE", path).status()).isEqualTo(204);
    assertThat(calls.as(lena.accessToken(), "DELETE", path).status()).isEqualTo(404);

    assertThat(links(lena)).hasSize(1);
    assertThat(links(lena).getFirst().get("id").stringValue())
        .isEqualTo(second.identity().toString());
  }

  @Test
  void nobodyEndsTheLinkOfSomebodyElse() {
    linked(lena, mattermost);
    Person bob = calls.newPerson();

    assertThat(calls.as(bob.accessToken(), "DELETE", LINKS + "/" + mattermost.identity()).status())
        .isEqualTo(404);
    calls.as(bob.accessToken(), "DELETE", LINKS);
    assertThat(links(lena)).hasSize(1);
  }

  @Test
  void aCodeIsReadHoweverItIsTyped() {
    mattermost.type(" " + code(lena).toLowerCase(Locale.ROOT).replace("-", "") + "\n");

    assertThat(mattermost.next(LinkAsked.class).account().value()).isEqualTo(lena.id());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "AAAA-AAAA-AAAA", "lena", "К7МW-Q2XH-94PD"})
  void whatIsNobodysCodeIsRefused(String typed) {
    mattermost.type(typed);

    assertThat(mattermost.next(LinkRefused.class).reason()).isEqualTo(Reason.CODE_INVALID);
  }

  @Test
  void aCodeIsGoodOnce() {
    String code = code(lena);
    LinkId link = mattermost.type(code);
    mattermost.next(LinkAsked.class);
    mattermost.say(new ConfirmLink(link, mattermost.identity()));
    mattermost.next(AccountLinked.class);

    LinkWire other = new LinkWire(service);
    other.type(code);
    assertThat(other.next(LinkRefused.class).reason()).isEqualTo(Reason.CODE_INVALID);
  }

  @Test
  void aYesThatComesTwiceChangesNothing() {
    LinkId link = linked(lena, mattermost);
    mattermost.say(new ConfirmLink(link, mattermost.identity()));
    mattermost.type(code(lena));

    assertThat(mattermost.next(LinkRefused.class).reason()).isEqualTo(Reason.ALREADY_LINKED);
    assertThat(links(lena)).hasSize(1);
  }

  @Test
  void theYesOfSomebodyElseIsRefused() {
    LinkId link = mattermost.type(code(lena));
    mattermost.next(LinkAsked.class);

    LinkWire thief = new LinkWire(service);
    thief.say(new ConfirmLink(link, thief.identity()));
    assertThat(thief.next(LinkRefused.class).reason()).isEqualTo(Reason.CODE_INVALID);
    assertThat(links(lena)).isEmpty();
  }

  @Test
  void afterFiveTriesACodeIsSpent() {
    String code = code(lena);
    String wrong = code.substring(0, 5) + (code.endsWith("AAAA-AAAA") ? "BBBB-BBBB" : "AAAA-AAAA");
    for (int i = 0; i < 5; i++) {
      mattermost.type(wrong);
      assertThat(mattermost.next(LinkRefused.class).reason()).isEqualTo(Reason.CODE_INVALID);
    }

    mattermost.type(code);
    assertThat(mattermost.next(LinkRefused.class).reason()).isEqualTo(Reason.CODE_INVALID);
  }

  @Test
  void whoTypesManyThatAreNoneIsSlowedDown() {
    for (int i = 0; i < 10; i++) {
      mattermost.type("AAAA-AAAA-AAAA");
      assertThat(mattermost.next(LinkRefused.class).reason()).isEqualTo(Reason.CODE_INVALID);
    }

    mattermost.type(code(lena));
    assertThat(mattermost.next(LinkRefused.class).reason()).isEqualTo(Reason.TOO_MANY_ATTEMPTS);
  }

  @Test
  void aNewCodeTakesThePlaceOfTheOneBefore() {
    String before = code(lena);
    String after = code(lena);

    mattermost.type(before);
    assertThat(mattermost.next(LinkRefused.class).reason()).isEqualTo(Reason.CODE_INVALID);
    mattermost.type(after);
    mattermost.next(LinkAsked.class);
  }

  @Test
  void aCodeIsTakenBackWithTheLinks() {
    String code = code(lena);
    calls.as(lena.accessToken(), "DELETE", LINKS);

    mattermost.type(code);
    assertThat(mattermost.next(LinkRefused.class).reason()).isEqualTo(Reason.CODE_INVALID);
  }

  @Test
  void anIdentityHasOneAccount() {
    Person bob = calls.newPerson();
    String bobs = code(bob);
    LinkId link = mattermost.type(bobs);
    mattermost.next(LinkAsked.class);
    linked(lena, mattermost);

    mattermost.say(new ConfirmLink(link, mattermost.identity()));
    assertThat(mattermost.next(LinkRefused.class).reason()).isEqualTo(Reason.ALREADY_LINKED);
    assertThat(links(bob)).isEmpty();
  }

  @Test
  void anAccountHasAFewIdentities() {
    for (int i = 0; i < 5; i++) {
      LinkWire one = new LinkWire(service);
      linked(lena, one);
    }
    LinkId link = mattermost.type(code(lena));
    mattermost.next(LinkAsked.class);
    mattermost.say(new ConfirmLink(link, mattermost.identity()));

    assertThat(mattermost.next(LinkRefused.class).reason()).isEqualTo(Reason.TOO_MANY_LINKS);
  }

  @Test
  void aCodeAndAYesAreGoodForTenMinutes() {
    SettableClock clock = SettableClock.at("2026-10-12T08:00:00Z");
    try (RunningUser other =
        RunningUser.start(TestDatabase.fresh("user"), clock, "--bricklayer.registration=open")
            .awaitReady()) {
      LinkWire wire = new LinkWire(other);
      Person person = other.calls().newPerson();
      String code = other.calls().as(person.accessToken(), "POST", LINKS).text("code");
      clock.advance(Duration.ofMinutes(10).minusSeconds(1));
      LinkId link = wire.type(code);
      wire.next(LinkAsked.class);
      clock.advance(Duration.ofSeconds(1));
      wire.say(new ConfirmLink(link, wire.identity()));
      assertThat(wire.next(LinkRefused.class).reason()).isEqualTo(Reason.CODE_INVALID);
      wire.type(code);
      assertThat(wire.next(LinkRefused.class).reason()).isEqualTo(Reason.CODE_INVALID);

      other.runScheduled("LinkCodes.forgetEnded");
      assertThat(
              other
                  .bean(JdbcClient.class)
                  .sql("select count(*) from link_code")
                  .query(Integer.class)
                  .single())
          .isZero();
    }
  }

  @Test
  void noCodeIsKeptInClear() {
    String code = code(lena);

    List<String> rows =
        service
            .bean(JdbcClient.class)
            .sql(
                """
                select l::text from link_code l
                union all select headers::text || convert_from(payload, 'UTF8') from messaging.outbox_message
                """)
            .query(String.class)
            .list();
    assertThat(rows)
        .noneMatch(row -> row.contains(code) || row.contains(code.replace("-", "").substring(4)));
  }

  private String code(Person person) {
    return calls.as(person.accessToken(), "POST", LINKS).text("code");
  }

  private LinkId linked(Person person, LinkWire wire) {
    LinkId link = wire.type(code(person));
    wire.next(LinkAsked.class);
    wire.say(new ConfirmLink(link, wire.identity()));
    wire.next(AccountLinked.class);
    return link;
  }

  private List<JsonNode> links(Person person) {
    return calls.as(person.accessToken(), "GET", LINKS).body().get("items").valueStream().toList();
  }
}
