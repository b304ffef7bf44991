package dev.bricklayer.bff.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.bricklayer.bff.world.BffWorld;
import dev.bricklayer.bff.world.Bodies;
import dev.bricklayer.bff.world.Person;
import dev.bricklayer.bff.world.Rest;
import dev.bricklayer.bff.world.TokenIssuer;
import dev.bricklayer.contracts.state.AccountState;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;

class AccessTokenTest {

  private static final Person LENA = Person.named("lena");

  private final BffWorld world = BffWorld.shared();

  @ParameterizedTest
  @ValueSource(
      strings = {"/api/v1/bots", "/api/v1/operations/0b1c2d3e-4f50-6172-8394-a5b6c7d8e9f0"})
  void isAskedFor(String path) {
    Rest.Answer answer = BffWorld.nobodyAt(world.patient()).get(path);
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
    assertThat(answer.at("/code")).isEqualTo("unauthenticated");
    assertThat(answer.at("/detail")).contains("/api/v1/tokens");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/openapi.yaml", "/docs", "/actuator/health", "/actuator/prometheus"})
  void isNotLookedAtWhereNoneIsNeeded(String path) {
    Rest nobody = BffWorld.nobodyAt(world.patient());
    Rest somebodyOnce = nobody.with("Authorization", "Bearer rubbish");

    assertThat(somebodyOnce.get(path).status()).isEqualTo(nobody.get(path).status()).isEqualTo(200);
  }

  static Stream<Arguments> badTokens() throws Exception {
    TokenIssuer issuer = BffWorld.shared().issuer();
    return Stream.of(
        arguments("no token at all", "rubbish"),
        arguments("expired", claims(issuer, it -> it.expirationTime(ago(60)))),
        arguments("without expiry", claims(issuer, it -> it.expirationTime(null))),
        arguments("not valid yet", claims(issuer, it -> it.notBeforeTime(ago(-600)))),
        arguments("of another issuer", claims(issuer, it -> it.issuer("somebody"))),
        arguments("for somebody else", claims(issuer, it -> it.audience("others"))),
        arguments("of nobody", claims(issuer, it -> it.subject(null))),
        arguments("of no account", claims(issuer, it -> it.subject("lena"))),
        arguments("of another type", header(issuer, it -> it.type(JOSEObjectType.JWT))),
        arguments("without type", header(issuer, it -> it.type(null))),
        arguments("unsigned", unsigned()),
        arguments("signed with a shared secret", macSigned()),
        arguments("of a foreign key", foreign()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badTokens")
  void isRefused(String what, String token) {
    Rest rest = BffWorld.nobodyAt(world.patient()).with("Authorization", "Bearer " + token);
    Rest.Answer answer = rest.post("/api/v1/bots", Bodies.bot("x").json());
    assertThat(answer.status()).as(answer.text()).isEqualTo(401);
    assertThat(answer.header("WWW-Authenticate")).contains("invalid_token");
    assertThat(answer.at("/code")).isEqualTo("unauthenticated");
  }

  @Test
  void isGoodForTenSecondsAfterItsExpiryByThisServicesClock() throws Exception {
    try (TokenIssuer issuer = new TokenIssuer()) {
      Instant expiry = Instant.parse("2030-01-01T00:00:00Z");
      String token = claims(issuer, it -> it.expirationTime(Date.from(expiry)));

      assertThat(decoderAt(expiry.plusSeconds(9), issuer).decode(token).getExpiresAt())
          .isEqualTo(expiry);
      assertThatThrownBy(() -> decoderAt(expiry.plusSeconds(11), issuer).decode(token))
          .isInstanceOf(BadJwtException.class);
    }
  }

  private static JwtDecoder decoderAt(Instant now, TokenIssuer issuer) throws Exception {
    return decoder(issuer, Duration.ofMinutes(5), Clock.fixed(now, ZoneOffset.UTC));
  }

  @Test
  void isStillCheckedWhileTheUserServiceIsAway() throws Exception {
    TokenIssuer issuer = new TokenIssuer();
    JwtDecoder decoder = decoder(issuer, Duration.ofSeconds(1));
    String token = issuer.tokenFor(LENA);
    assertThat(decoder.decode(issuer.tokenFor(LENA)).getSubject()).isEqualTo(LENA.id().toString());

    issuer.close();

    assertThatThrownBy(() -> decoder.decode(foreign()))
        .as("its key was asked for, and nobody answered")
        .isInstanceOf(JwtException.class);
    assertThat(decoder.decode(token).getSubject()).isEqualTo(LENA.id().toString());
  }

  @Test
  void cannotBeCheckedBeforeTheUserServiceWasEverThere() throws Exception {
    TokenIssuer issuer = new TokenIssuer();
    issuer.close();
    JwtDecoder decoder = decoder(issuer, Duration.ofMinutes(5));
    assertThatThrownBy(() -> decoder.decode(issuer.tokenFor(LENA)))
        .as("no word about the token: answered 503, not 401")
        .isInstanceOf(JwtException.class)
        .isNotInstanceOf(BadJwtException.class);
  }

  @Test
  void isNotBelievedAfterItsExpiryAlthoughItIsRemembered() throws Exception {
    JwtTimestampValidator timestamps = new JwtTimestampValidator(Duration.ZERO);
    AtomicInteger checks = new AtomicInteger();
    Jwt checked = jwtUntil(Instant.now().plusSeconds(600));
    JwtDecoder decoder =
        new RememberingJwtDecoder(
            _ -> {
              checks.incrementAndGet();
              return checked;
            },
            timestamps);
    decoder.decode("a token");
    decoder.decode("a token");
    assertThat(checks).hasValue(1);

    timestamps.setClock(Clock.offset(Clock.systemUTC(), Duration.ofSeconds(601)));
    assertThatThrownBy(() -> decoder.decode("a token")).isInstanceOf(BadJwtException.class);
  }

  private static Jwt jwtUntil(Instant expiry) {
    return Jwt.withTokenValue("a token").header("alg", "ES256").expiresAt(expiry).build();
  }

  @Test
  void createsNothingForALockedAccount() {
    Person locked = Person.named("locked");
    world.knows(locked, "ru", "UTC", AccountState.Status.LOCKED, 3);
    Rest.Answer answer =
        world.at(world.patient(), locked).in("en").post("/api/v1/bots", Bodies.bot("x").json());
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.at("/code")).isEqualTo("forbidden");
    assertThat(answer.at("/detail")).contains("locked");
  }

  @Test
  void createsNothingForADeletedAccount() {
    Person deleted = Person.named("deleted");
    world.knows(deleted, "en", null, AccountState.Status.DELETED, 2);
    world
        .others()
        .say(new AccountState(deleted.id(), "deleted", "en", null, AccountState.Status.ACTIVE, 1));
    Rest.Answer answer =
        world.at(world.patient(), deleted).post("/api/v1/bots", Bodies.bot("x").json());
    assertThat(answer.status()).isEqualTo(403);
  }

  private static JwtDecoder decoder(TokenIssuer issuer, Duration keep) throws Exception {
    return decoder(issuer, keep, Clock.systemUTC());
  }

  private static JwtDecoder decoder(TokenIssuer issuer, Duration keep, Clock clock)
      throws Exception {
    return new TokenConfiguration()
        .jwtDecoder(
            new TokenSettings(TokenIssuer.NAME, "bricklayer"),
            new JwksSettings(URI.create(issuer.keysUrl()), keep, Duration.ofDays(7)),
            clock);
  }

  private static String claims(TokenIssuer issuer, UnaryOperator<JWTClaimsSet.Builder> claims) {
    return issuer.token(LENA, header -> header, claims);
  }

  private static String header(TokenIssuer issuer, UnaryOperator<JWSHeader.Builder> header) {
    return issuer.token(LENA, header, claims -> claims);
  }

  private static Date ago(long seconds) {
    return Date.from(Instant.now().minusSeconds(seconds));
  }

  private static JWTClaimsSet goodClaims() {
    return new JWTClaimsSet.Builder()
        .issuer(TokenIssuer.NAME)
        .audience("bricklayer")
        .subject(LENA.id().toString())
        .expirationTime(ago(-600))
        .build();
  }

  private static String unsigned() {
    return new PlainJWT(goodClaims()).serialize();
  }

  private static String macSigned() throws Exception {
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.HS256).type(new JOSEObjectType("at+jwt")).build(),
            goodClaims());
    token.sign(new MACSigner(new byte[32]));
    return token.serialize();
  }

  private static String foreign() {
    try (TokenIssuer other = new TokenIssuer()) {
      return other.tokenFor(LENA);
    }
  }
}
