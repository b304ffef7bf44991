package dev.bricklayer.user;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.bricklayer.sealing.OwnKey;
import dev.bricklayer.testkit.SettableClock;
import dev.bricklayer.testkit.TestDatabase;
import dev.bricklayer.user.UserCalls.Answer;
import dev.bricklayer.user.UserCalls.Person;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class OwnAccountTest {

  private final RunningUser service = RunningUser.shared();
  private final UserCalls calls = service.calls();

  @Test
  void showsTheAccountOfWhoAsks() {
    Person person = calls.newPerson();
    calls.newPerson();

    Answer answer = calls.me(person.accessToken());

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("id")).isEqualTo(person.id().toString());
    assertThat(answer.body().has("timeZone")).isFalse();
  }

  @Test
  void changesWhatIsSaidAndNothingElse() {
    Person person = calls.newPerson();

    Answer zone = calls.changeMe(person.accessToken(), Map.of("timeZone", "Europe/Berlin"));
    Answer locale = calls.changeMe(person.accessToken(), Map.of("locale", "ru"));

    assertThat(zone.text("locale")).isEqualTo("en");
    assertThat(locale.text("timeZone")).isEqualTo("Europe/Berlin");
    assertThat(calls.me(person.accessToken()).body()).isEqualTo(locale.body());
  }

  @Test
  void aNewNameIsTheOneToLogInWith() {
    Person person = calls.newPerson();
    String other = UserCalls.freshName();

    Answer answer = calls.changeMe(person.accessToken(), Map.of("username", other));

    assertThat(answer.text("username")).isEqualTo(other);
    assertThat(calls.logIn(other, UserCalls.PASSWORD).status()).isEqualTo(200);
    assertThat(calls.logIn(person.username(), UserCalls.PASSWORD).status()).isEqualTo(401);
    try (StateTopic topic = new StateTopic()) {
      assertThat(topic.statesOf(person.id(), 2).getLast().get("username").stringValue())
          .isEqualTo(other);
    }
  }

  @Test
  void anothersNameIsTakenWhateverItsCase() {
    Person person = calls.newPerson();
    String taken = calls.newPerson().username().toUpperCase(Locale.ROOT);

    Answer answer = calls.changeMe(person.accessToken(), Map.of("username", taken));

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.errors()).containsExactly("/username name-taken");
    assertThat(calls.me(person.accessToken()).text("username")).isEqualTo(person.username());
  }

  @Test
  void onesOwnNameCanBeWrittenInCapitals() {
    Person person = calls.newPerson();
    String capitals = person.username().toUpperCase(Locale.ROOT);

    assertThat(calls.changeMe(person.accessToken(), Map.of("username", capitals)).text("username"))
        .isEqualTo(capitals);
  }

  @Test
  void ofManyWhoWantANameAtOnceOneGetsIt() throws Exception {
    String wanted = UserCalls.freshName();
    List<Person> people = Stream.generate(calls::newPerson).limit(4).toList();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Answer>> answers = new ArrayList<>();
      for (Person person : people) {
        answers.add(
            threads.submit(() -> calls.changeMe(person.accessToken(), Map.of("username", wanted))));
      }
      answers.add(
          threads.submit(
              () ->
                  calls.post(
                      "/api/v1/users",
                      Map.of("username", wanted, "password", UserCalls.PASSWORD))));
      List<Integer> statuses = new ArrayList<>();
      for (Future<Answer> answer : answers) {
        statuses.add(answer.get().status());
      }
      assertThat(statuses).filteredOn(it -> it == 200 || it == 201).hasSize(1);
      assertThat(statuses).filteredOn(it -> it == 409).hasSize(4);
    }
  }

  @Test
  void aChangeOfWhatWasSeenIsMadeAndOfWhatWasNotIsRefused() {
    Person person = calls.newPerson();
    String seen = calls.me(person.accessToken()).header("ETag");

    Answer first = calls.changeMe(person.accessToken(), Map.of("locale", "ru"), seen);
    Answer second = calls.changeMe(person.accessToken(), Map.of("locale", "en"), seen);

    assertThat(first.status()).isEqualTo(200);
    assertThat(first.header("ETag")).isNotEqualTo(seen);
    assertThat(second.status()).isEqualTo(409);
    assertThat(second.code()).isEqualTo("version-conflict");
    assertThat(calls.me(person.accessToken()).text("locale")).isEqualTo("ru");
    assertThat(
            calls
                .changeMe(person.accessToken(), Map.of("locale", "en"), first.header("ETag"))
                .status())
        .isEqualTo(200);
  }

  @Test
  void aConditionThatCannotBeReadIsMalformed() {
    Person person = calls.newPerson();

    assertThat(calls.changeMe(person.accessToken(), Map.of("locale", "ru"), "1").status())
        .isEqualTo(400);
  }

  @Test
  void aTimeZoneIsClearedByNull() {
    Person person = calls.newPerson();
    calls.changeMe(person.accessToken(), Map.of("timeZone", "Europe/Berlin"));

    Answer answer =
        calls.changeMe(person.accessToken(), Collections.singletonMap("timeZone", null));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body().has("timeZone")).isFalse();
  }

  @Test
  void whatTheAnswerHoldsCanBeSentBack() {
    Person person = calls.newPerson();
    Map<String, String> echo =
        Map.of(
            "id",
            person.id().toString(),
            "username",
            person.username(),
            "locale",
            "ru",
            "createdAt",
            "2026-10-01T09:00:00Z");

    assertThat(calls.changeMe(person.accessToken(), echo).text("locale")).isEqualTo("ru");
  }

  @Test
  void tellsTheOtherServicesEachChangeInOrder() {
    Person person = calls.newPerson();
    calls.changeMe(person.accessToken(), Map.of("locale", "ru"));
    calls.changeMe(person.accessToken(), Map.of("timeZone", "Europe/Moscow"));
    calls.changeMe(person.accessToken(), Map.of());

    try (StateTopic topic = new StateTopic()) {
      List<JsonNode> states = topic.statesOf(person.id(), 3);
      assertThat(states.stream().map(it -> it.get("version").intValue())).containsExactly(1, 2, 3);
      assertThat(states.getLast().get("timeZone").stringValue()).isEqualTo("Europe/Moscow");
      assertThat(states.getLast().get("locale").stringValue()).isEqualTo("ru");
    }
  }

  @Test
  void aNewPasswordNeedsTheCurrentOne() {
    Person person = calls.newPerson();

    Answer without = calls.changeMe(person.accessToken(), Map.of("password", "seven-red-bricks"));
    Answer wrong =
        calls.changeMe(
            person.accessToken(),
            Map.of("currentPassword", "eight-red-bricks", "password", "seven-red-bricks"));

    assertThat(without.errors()).containsExactly("/currentPassword required");
    assertThat(wrong.errors()).containsExactly("/currentPassword invalid");
    assertThat(calls.logIn(person.username(), UserCalls.PASSWORD).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"username\": null}", "{\"createdAt\": \"yesterday\"}"})
  void aChangeOfNothingIsRefused(String wish) {
    assertThat(refused(wish)).containsExactly(" required");
  }

  @Test
  void theCurrentPasswordAloneChangesNothing() {
    assertThat(refused("{\"locale\": \"ru\", \"currentPassword\": \"six-blue-bricks\"}"))
        .containsExactly("/password required");
  }

  private List<String> refused(String wish) {
    Answer answer =
        calls.send(
            calls
                .request("/api/v1/users/me")
                .header("Authorization", "Bearer " + calls.newPerson().accessToken())
                .header("Content-Type", "application/json")
                .method("PATCH", BodyPublishers.ofString(wish)));
    assertThat(answer.status()).isEqualTo(422);
    return answer.errors();
  }

  @Test
  void guessingTheCurrentPasswordIsSlowedDown() {
    Person person = calls.newPerson();
    Map<String, String> guess =
        Map.of("currentPassword", "eight-red-bricks", "password", "seven-red-bricks");
    for (int i = 0; i < 10; i++) {
      assertThat(calls.changeMe(person.accessToken(), guess).status()).isEqualTo(422);
    }

    assertThat(calls.changeMe(person.accessToken(), guess).status()).isEqualTo(429);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "password | short         | /password invalid",
        "password | password1     | /password invalid",
        "locale   | fr            | /locale invalid",
        "timeZone | Moon/Tycho    | /timeZone zone-unknown",
        "status   | LOCKED        | /status unknown-field",
      })
  void refusesAFieldThatCannotBe(String field, String value, String error) {
    Person person = calls.newPerson();

    Answer answer = calls.changeMe(person.accessToken(), Map.of(field, value));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.errors()).contains(error);
    assertThat(calls.me(person.accessToken()).text("locale")).isEqualTo("en");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Bearer", "Bearer x", "Bearer a.b.c", "Basic bGVuYTpsZW5h"})
  void withoutATokenNothingIsShown(String authorization) {
    var request = calls.request("/api/v1/users/me");
    if (!authorization.isEmpty()) {
      request.header("Authorization", authorization);
    }

    Answer answer = calls.send(request);

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.code()).isEqualTo("unauthenticated");
    assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
  }

  @Test
  void aTokenIsGoodForAQuarterOfAnHourAndTenSecondsBetweenClocks() {
    SettableClock clock = SettableClock.at("2026-10-01T09:00:00Z");
    try (RunningUser other =
        RunningUser.start(TestDatabase.fresh("user"), clock, "--bricklayer.registration=open")) {
      Person person = other.calls().newPerson();
      clock.advance(Duration.ofMinutes(15).plusSeconds(9));
      assertThat(other.calls().me(person.accessToken()).status()).isEqualTo(200);
      clock.advance(Duration.ofSeconds(2));

      assertThat(other.calls().me(person.accessToken()).status()).isEqualTo(401);
    }
  }

  @Test
  void aTokenOfAnotherInstallationIsRefused() {
    try (RunningUser other =
        RunningUser.start(
            TestDatabase.fresh("user"), Clock.systemUTC(), "--bricklayer.registration=open")) {
      assertThat(calls.me(other.calls().newPerson().accessToken()).status()).isEqualTo(401);
    }
  }

  @Test
  void aTokenWithoutSignatureIsRefused() throws Exception {
    Person person = calls.newPerson();

    assertThat(calls.me(new PlainJWT(claims(person).build()).serialize()).status()).isEqualTo(401);
  }

  @Test
  void aTokenSignedWithThePublicKeyAsASecretIsRefused() throws Exception {
    Person person = calls.newPerson();
    byte[] publicKey =
        calls.get("/.well-known/jwks.json").response().body().getBytes(StandardCharsets.UTF_8);
    SignedJWT forged = new SignedJWT(header(JWSAlgorithm.HS256, "at+jwt"), claims(person).build());
    forged.sign(new MACSigner(publicKey));

    assertThat(calls.me(forged.serialize()).status()).isEqualTo(401);
  }

  @Test
  void aTokenThatBringsItsOwnKeyIsRefused() throws Exception {
    Person person = calls.newPerson();
    ECKey own = new ECKeyGenerator(Curve.P_256).keyID(publishedKeyId()).generate();
    SignedJWT forged =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(new JOSEObjectType("at+jwt"))
                .keyID(own.getKeyID())
                .jwk(own.toPublicJWK())
                .build(),
            claims(person).build());
    forged.sign(new ECDSASigner(own));

    assertThat(calls.me(forged.serialize()).status()).isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource({
    "at+jwt, urn:bricklayer:user, bricklayer, 200",
    "JWT,    urn:bricklayer:user, bricklayer, 401",
    "at+jwt, urn:else:user,       bricklayer, 401",
    "at+jwt, urn:bricklayer:user, else,       401",
  })
  void aTokenForAnotherPurposeIsRefused(String type, String issuer, String audience, int status)
      throws Exception {
    Person person = calls.newPerson();
    SignedJWT token =
        new SignedJWT(
            header(JWSAlgorithm.ES256, type),
            claims(person).issuer(issuer).audience(audience).build());
    token.sign(new ECDSASigner(privateKey()));

    assertThat(calls.me(token.serialize()).status()).isEqualTo(status);
  }

  private JWTClaimsSet.Builder claims(Person person) throws Exception {
    return new JWTClaimsSet.Builder(SignedJWT.parse(person.accessToken()).getJWTClaimsSet());
  }

  private JWSHeader header(JWSAlgorithm algorithm, String type) {
    return new JWSHeader.Builder(algorithm)
        .type(new JOSEObjectType(type))
        .keyID(publishedKeyId())
        .build();
  }

  private String publishedKeyId() {
    return calls.get("/.well-known/jwks.json").body().at("/keys/0/kid").stringValue();
  }

  private ECKey privateKey() throws ParseException {
    String keyId = publishedKeyId();
    byte[] sealed =
        service
            .bean(JdbcClient.class)
            .sql("select sealed_jwk from signing_key where key_id = :key")
            .param("key", UUID.fromString(keyId))
            .query(byte[].class)
            .single();
    return ECKey.parse(service.bean(OwnKey.class).open("signing key " + keyId, sealed));
  }
}
