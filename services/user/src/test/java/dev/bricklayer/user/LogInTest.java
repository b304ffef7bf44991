package dev.bricklayer.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jwt.SignedJWT;
import dev.bricklayer.embedded.DatabaseAccess;
import dev.bricklayer.testkit.TestDatabase;
import dev.bricklayer.user.UserCalls.Answer;
import dev.bricklayer.user.UserCalls.Person;
import dev.bricklayer.user.throttle.Attempt;
import dev.bricklayer.user.throttle.Throttle;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

class LogInTest {

  private static final String WRONG = "seven-red-bricks";

  private final RunningUser service = RunningUser.shared();
  private final UserCalls calls = service.calls();

  @Test
  void givesTokensForThePassword() {
    Person person = calls.newPerson();

    Answer answer = calls.logIn(person.username(), UserCalls.PASSWORD);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("tokenType")).isEqualTo("Bearer");
    assertThat(answer.body().get("expiresIn").intValue()).isEqualTo(900);
    assertThat(answer.header("Cache-Control")).contains("no-store");
    assertThat(calls.me(answer.text("accessToken")).text("username")).isEqualTo(person.username());
  }

  @Test
  void takesTheNameInAnyCapitals() {
    Person person = calls.newPerson();

    assertThat(calls.logIn(person.username().toUpperCase(Locale.ROOT), UserCalls.PASSWORD).status())
        .isEqualTo(200);
  }

  @Test
  void whoHasThePublicKeysAndNothingElseCanCheckAToken() {
    Person person = calls.newPerson();
    NimbusJwtDecoder elsewhere =
        NimbusJwtDecoder.withJwkSetUri(calls.address("/.well-known/jwks.json"))
            .jwsAlgorithm(SignatureAlgorithm.ES256)
            .validateType(false)
            .build();
    elsewhere.setJwtValidator(
        JwtValidators.createAtJwtValidator()
            .issuer("urn:bricklayer:user")
            .audience("bricklayer")
            .clientId("bricklayer")
            .build());

    Jwt token = elsewhere.decode(person.accessToken());

    assertThat(token.getSubject()).isEqualTo(person.id().toString());
    assertThat(token.getClaimAsString("preferred_username")).isEqualTo(person.username());
    assertThat(Duration.between(token.getIssuedAt(), token.getExpiresAt()))
        .isEqualTo(Duration.ofMinutes(15));
  }

  @Test
  void aTokenIsMarkedAsAnAccessTokenAndNamesItsKey() throws Exception {
    SignedJWT token = SignedJWT.parse(calls.newPerson().accessToken());

    assertThat(token.getHeader().getType().getType()).isEqualTo("at+jwt");
    assertThat(token.getHeader().getAlgorithm().getName()).isEqualTo("ES256");
    assertThat(UUID.fromString(token.getHeader().getKeyID())).isNotNull();
    assertThat(UUID.fromString(token.getJWTClaimsSet().getJWTID())).isNotNull();
  }

  @Test
  void answersUnknownUserAndWrongPasswordAlikeAndAfterTheSameWork() {
    Person person = calls.newPerson();

    long before = hashes();
    Answer wrong = calls.logIn(person.username(), WRONG);
    long between = hashes();
    Answer unknown = calls.logIn(UserCalls.freshName(), WRONG);
    long after = hashes();

    assertThat(wrong.status()).isEqualTo(401);
    assertThat(wrong.code()).isEqualTo("credentials-wrong");
    assertThat(unknown.response().body()).isEqualTo(wrong.response().body());
    assertThat(unknown.response().headers().map().keySet())
        .isEqualTo(wrong.response().headers().map().keySet());
    assertThat(between - before).as("hashes for a wrong password").isEqualTo(1);
    assertThat(after - between).as("hashes for an unknown user").isEqualTo(1);
  }

  @Test
  void answersALockedAccountAsAWrongPassword() {
    Person person = calls.newPerson();
    String wrong = calls.logIn(person.username(), WRONG).response().body();
    lock(person);

    long before = hashes();
    Answer locked = calls.logIn(person.username(), UserCalls.PASSWORD);

    assertThat(locked.response().body()).isEqualTo(wrong);
    assertThat(hashes() - before).isEqualTo(1);
    assertThat(calls.me(person.accessToken()).status()).isEqualTo(401);
    assertThat(calls.refresh(person.refreshToken()).status()).isEqualTo(401);
  }

  @Test
  void aLogInThatSucceedsCostsNothing() {
    Person person = calls.newPerson();

    for (int i = 0; i < 15; i++) {
      assertThat(calls.logIn(person.username(), UserCalls.PASSWORD).status()).isEqualTo(200);
    }
  }

  @Test
  void guessingAtOneAccountIsSlowedDownForAllCopiesTogether() {
    DatabaseAccess database = TestDatabase.fresh("user");
    String[] settings = {
      "--bricklayer.registration=open",
      "--bricklayer.user.throttle.account.at-once=4",
      "--bricklayer.user.throttle.account.interval=1h"
    };
    try (RunningUser one = RunningUser.start(database, Clock.systemUTC(), settings);
        RunningUser two = RunningUser.start(database, Clock.systemUTC(), settings)) {
      Person person = one.calls().newPerson();
      Person other = one.calls().newPerson();
      for (int i = 0; i < 2; i++) {
        assertThat(one.calls().logIn(person.username(), WRONG).status()).isEqualTo(401);
        assertThat(two.calls().logIn(person.username(), WRONG).status()).isEqualTo(401);
      }

      Answer refused = two.calls().logIn(person.username(), UserCalls.PASSWORD);

      assertThat(refused.status()).isEqualTo(429);
      assertThat(Long.parseLong(refused.header("Retry-After"))).isBetween(3000L, 3600L);
      assertThat(two.calls().logIn(other.username(), UserCalls.PASSWORD).status()).isEqualTo(200);
    }
  }

  @Test
  void aLogInThatFindsNoTurnCostsNothing() throws Exception {
    try (RunningUser one =
        RunningUser.start(
            TestDatabase.fresh("user"),
            Clock.systemUTC(),
            "--bricklayer.registration=open",
            "--bricklayer.user.passwords.at-once=1",
            "--bricklayer.user.passwords.patience=0s",
            "--bricklayer.user.throttle.address.at-once=1000000",
            "--bricklayer.user.throttle.account.at-once=1",
            "--bricklayer.user.throttle.account.interval=1h")) {
      Person person = one.calls().newPerson();
      AtomicBoolean crowded = new AtomicBoolean(true);
      try (ExecutorService others = Executors.newVirtualThreadPerTaskExecutor()) {
        Future<?> crowd = others.submit(() -> guessWhile(crowded, one));
        try {
          await()
              .until(
                  () -> one.calls().logIn(person.username(), UserCalls.PASSWORD).status() == 503);
        } finally {
          crowded.set(false);
        }
        crowd.get();
      }

      assertThat(one.calls().logIn(person.username(), UserCalls.PASSWORD).status()).isEqualTo(200);
    }
  }

  @Test
  void aGuessThatBreaksCostsNothing() {
    try (RunningUser one =
        RunningUser.start(
            TestDatabase.fresh("user"),
            Clock.systemUTC(),
            "--bricklayer.user.throttle.account.at-once=1",
            "--bricklayer.user.throttle.account.interval=1h")) {
      Throttle throttle = one.bean(Throttle.class);
      Attempt attempt = Attempt.logInTo("lena");
      QueryTimeoutException broken = new QueryTimeoutException("the database is slow");

      assertThatThrownBy(
              () ->
                  throttle.guess(
                      () -> {
                        throw broken;
                      },
                      attempt))
          .isSameAs(broken);

      assertThat(throttle.tryToCharge(attempt)).isTrue();
      assertThat(throttle.tryToCharge(attempt)).isFalse();
    }
  }

  @Test
  void aLogInThatItsAccountForbidsCostsItsAddressNothing() {
    try (RunningUser one =
        RunningUser.start(
            TestDatabase.fresh("user"),
            Clock.systemUTC(),
            "--bricklayer.registration=open",
            "--bricklayer.user.throttle.account.at-once=1",
            "--bricklayer.user.throttle.account.interval=1h",
            "--bricklayer.user.throttle.address.at-once=2",
            "--bricklayer.user.throttle.address.interval=1h")) {
      assertThat(one.calls().logIn("nobody", WRONG).status()).isEqualTo(401);
      assertThat(one.calls().logIn("nobody", WRONG).status()).isEqualTo(429);

      assertThat(one.calls().logIn("nobody-else", WRONG).status()).isEqualTo(401);
    }
  }

  private static void guessWhile(AtomicBoolean crowded, RunningUser service) {
    while (crowded.get()) {
      service.calls().logIn(UserCalls.freshName(), WRONG);
    }
  }

  @Test
  void guessingFromOneAddressIsSlowedDownWhicheverAccountItIsAt() {
    try (RunningUser one =
        RunningUser.start(
            TestDatabase.fresh("user"),
            Clock.systemUTC(),
            "--bricklayer.registration=open",
            "--bricklayer.user.throttle.address.at-once=3",
            "--bricklayer.user.throttle.address.interval=1h")) {
      for (int i = 0; i < 3; i++) {
        assertThat(one.calls().logIn(UserCalls.freshName(), WRONG).status()).isEqualTo(401);
      }

      Answer refused = one.calls().logIn(UserCalls.freshName(), WRONG);

      assertThat(refused.status()).isEqualTo(429);
      assertThat(refused.code()).isEqualTo("too-many-requests");
      assertThat(refused.header("Retry-After")).isNotBlank();
    }
  }

  @Test
  void aGuessThatIsRefusedForItsNumberCostsNoHash() {
    try (RunningUser one =
        RunningUser.start(
            TestDatabase.fresh("user"),
            Clock.systemUTC(),
            "--bricklayer.registration=open",
            "--bricklayer.user.throttle.account.at-once=1",
            "--bricklayer.user.throttle.account.interval=1h")) {
      one.calls().logIn("nobody", WRONG);
      long before = hashes(one);

      assertThat(one.calls().logIn("nobody", WRONG).status()).isEqualTo(429);

      assertThat(hashes(one)).isEqualTo(before);
    }
  }

  @Test
  void registeringFromOneAddressIsSlowedDown() {
    try (RunningUser one =
        RunningUser.start(
            TestDatabase.fresh("user"),
            Clock.systemUTC(),
            "--bricklayer.registration=open",
            "--bricklayer.user.throttle.registration.at-once=1",
            "--bricklayer.user.throttle.registration.interval=1h")) {
      one.calls().newPerson();

      Answer refused =
          one.calls()
              .post(
                  "/api/v1/users",
                  Map.of("username", UserCalls.freshName(), "password", UserCalls.PASSWORD));

      assertThat(refused.status()).isEqualTo(429);
      assertThat(one.accounts()).isEqualTo(1);
    }
  }

  @Test
  void whatWasTypedAsANameIsNotKept() {
    calls.logIn("my-secret-password", WRONG);

    assertThat(
            service
                .bean(JdbcClient.class)
                .sql("select count(*) from throttle t where t::text like '%my-secret%'")
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void aHashMadeUnderOlderSettingsIsRenewed() {
    DatabaseAccess database = TestDatabase.fresh("user");
    Person person;
    try (RunningUser older =
        RunningUser.start(
            database,
            Clock.systemUTC(),
            "--bricklayer.registration=open",
            "--bricklayer.user.passwords.memory=8MB")) {
      person = older.calls().newPerson();
      assertThat(storedHash(older, person)).contains("m=8192,");
    }
    try (RunningUser newer = RunningUser.start(database, Clock.systemUTC())) {
      newer.calls().logIn(person.username(), WRONG);
      assertThat(storedHash(newer, person)).contains("m=8192,");

      assertThat(newer.calls().logIn(person.username(), UserCalls.PASSWORD).status())
          .isEqualTo(200);
      assertThat(storedHash(newer, person)).contains("argon2id").contains("m=19456,t=2,");
      assertThat(newer.calls().logIn(person.username(), UserCalls.PASSWORD).status())
          .isEqualTo(200);
    }
  }

  private static String storedHash(RunningUser service, Person person) {
    return service
        .bean(JdbcClient.class)
        .sql("select password_hash from account where person_id = :id")
        .param("id", person.id())
        .query(String.class)
        .single();
  }

  private void lock(Person person) {
    service
        .bean(JdbcClient.class)
        .sql("update account set status = 'LOCKED' where person_id = :id")
        .param("id", person.id())
        .update();
  }

  private long hashes() {
    return hashes(service);
  }

  private static long hashes(RunningUser service) {
    return service.bean(MeterRegistry.class).get("bricklayer.password.hash").timer().count();
  }
}
