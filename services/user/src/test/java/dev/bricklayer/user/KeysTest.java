package dev.bricklayer.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jwt.SignedJWT;
import dev.bricklayer.embedded.DatabaseAccess;
import dev.bricklayer.sealing.OwnKey;
import dev.bricklayer.testkit.SettableClock;
import dev.bricklayer.testkit.TestDatabase;
import dev.bricklayer.user.UserCalls.Person;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class KeysTest {

  private static final String OPEN = "--bricklayer.registration=open";

  @Test
  void aTokenOfOneCopyIsGoodAtEveryOther() {
    DatabaseAccess database = TestDatabase.fresh("user");
    try (RunningUser one = RunningUser.start(database, Clock.systemUTC(), OPEN);
        RunningUser two = RunningUser.start(database, Clock.systemUTC(), OPEN)) {
      Person person = one.calls().newPerson();

      assertThat(two.calls().me(person.accessToken()).status()).isEqualTo(200);
      assertThat(published(two)).isEqualTo(published(one)).hasSize(1);
    }
  }

  @Test
  void aTokenOutlivesARestart() {
    DatabaseAccess database = TestDatabase.fresh("user");
    Person person;
    try (RunningUser before = RunningUser.start(database, Clock.systemUTC(), OPEN)) {
      person = before.calls().newPerson();
    }
    try (RunningUser after = RunningUser.start(database, Clock.systemUTC(), OPEN)) {
      assertThat(after.calls().me(person.accessToken()).status()).isEqualTo(200);
    }
  }

  @Test
  void keysFollowOneAnotherWithoutATokenThatNobodyCanCheck() throws Exception {
    SettableClock clock = SettableClock.at("2026-01-01T00:00:00Z");
    try (RunningUser service = RunningUser.start(TestDatabase.fresh("user"), clock, OPEN)) {
      Person person = service.calls().newPerson();
      String first = keyOf(person.accessToken());

      clock.advance(Duration.ofDays(90).minusHours(1));
      rotate(service);
      assertThat(published(service)).hasSize(2).contains(first);
      String old = logIn(service, person);
      assertThat(keyOf(old)).isEqualTo(first);

      clock.advance(Duration.ofHours(1));
      rotate(service);
      String young = logIn(service, person);
      assertThat(keyOf(young)).isNotEqualTo(first);
      assertThat(published(service)).contains(first, keyOf(young));

      clock.advance(Duration.ofMinutes(21));
      rotate(service);
      assertThat(published(service)).containsExactly(keyOf(young));
      assertThat(service.calls().me(logIn(service, person)).status()).isEqualTo(200);
    }
  }

  @Test
  void theOldKeyStaysAsLongAsItsLastToken() throws Exception {
    SettableClock clock = SettableClock.at("2026-01-01T00:00:00Z");
    try (RunningUser service = RunningUser.start(TestDatabase.fresh("user"), clock, OPEN)) {
      Person person = service.calls().newPerson();
      clock.advance(Duration.ofDays(90).minusHours(1));
      rotate(service);
      clock.advance(Duration.ofHours(1).minusSeconds(1));
      String last = logIn(service, person);
      clock.advance(Duration.ofMinutes(15));
      rotate(service);

      assertThat(published(service)).contains(keyOf(last));
      assertThat(service.calls().me(last).status()).isEqualTo(200);
    }
  }

  @Test
  void privateHalvesAreSealedInTheDatabase() {
    RunningUser service = RunningUser.shared();
    byte[] kept =
        service
            .bean(JdbcClient.class)
            .sql("select sealed_jwk from signing_key limit 1")
            .query(byte[].class)
            .single();

    assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("\"d\"", "kty");
  }

  @Test
  void withAnotherOwnKeyTheServiceDoesNotStartAndSaysHowToMendIt() {
    DatabaseAccess database = TestDatabase.fresh("user");
    RunningUser.start(database, Clock.systemUTC(), OPEN).close();

    assertThatThrownBy(
            () ->
                RunningUser.start(
                    database, Clock.systemUTC(), "--bricklayer.own-key=" + OwnKey.generate()))
        .hasStackTraceContaining("BRICKLAYER_OWNKEY");
  }

  @Test
  void withoutAnOwnKeyTheServiceDoesNotStart() {
    assertThatThrownBy(
            () ->
                RunningUser.start(
                    TestDatabase.fresh("user"), Clock.systemUTC(), "--bricklayer.own-key="))
        .hasStackTraceContaining("own-key");
  }

  @Test
  void privateHalvesAreNotPublished() {
    String body = RunningUser.shared().calls().get("/.well-known/jwks.json").response().body();

    assertThat(body).doesNotContain("\"d\"");
  }

  @Test
  void whoChecksTokensMayKeepTheKeysForAWhile() {
    assertThat(RunningUser.shared().calls().get("/.well-known/jwks.json").header("Cache-Control"))
        .contains("max-age=300");
  }

  private static List<String> published(RunningUser service) {
    return service
        .calls()
        .get("/.well-known/jwks.json")
        .body()
        .get("keys")
        .valueStream()
        .map(key -> key.get("kid").stringValue())
        .toList();
  }

  /** What each copy does every minute. */
  private static void rotate(RunningUser service) {
    service.runScheduled("SigningKeys.refresh");
  }

  private static String logIn(RunningUser service, Person person) {
    return service.calls().logIn(person.username(), UserCalls.PASSWORD).text("accessToken");
  }

  private static String keyOf(String token) throws ParseException {
    return SignedJWT.parse(token).getHeader().getKeyID();
  }
}
