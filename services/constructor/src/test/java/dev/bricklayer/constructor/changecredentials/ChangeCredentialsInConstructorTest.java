package dev.bricklayer.constructor.changecredentials;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bricklayer.constructor.createbot.TokenVerdict;
import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.Credentials;
import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.RefusalCode;
import dev.bricklayer.contracts.SagaId;
import dev.bricklayer.contracts.SealedToken;
import dev.bricklayer.contracts.changecredentials.ChangeCredentials;
import dev.bricklayer.contracts.changecredentials.CredentialsRefused;
import dev.bricklayer.contracts.changecredentials.NewCredentialsDropped;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Why a bot keeps its credentials, as far as constructor decides it. */
class ChangeCredentialsInConstructorTest {

  private static final BotId BOT = new BotId(UUID.randomUUID());
  private static final PersonId OWNER = new PersonId(UUID.randomUUID());
  private static final PersonId ELSE = new PersonId(UUID.randomUUID());
  private static final SagaId RUN = new SagaId(UUID.randomUUID());
  private static final Instant DEADLINE = Instant.parse("2026-11-30T12:02:00Z");
  private static final Credentials FRESH = new Credentials.OwnToken(new SealedToken("1", "x"));

  static Stream<Arguments> refusedAtOnce() {
    return Stream.of(
        Arguments.of(new HeldBot.Gone(), RefusalCode.BOT_DELETED),
        Arguments.of(new HeldBot.InHand(OWNER), RefusalCode.LOCKED),
        Arguments.of(new HeldBot.InHand(ELSE), RefusalCode.FORBIDDEN),
        Arguments.of(new HeldBot.Free(ELSE, HeldBot.Kind.OWN_TOKEN), RefusalCode.FORBIDDEN));
  }

  @ParameterizedTest
  @MethodSource("refusedAtOnce")
  void refusesWithoutAskingMattermost(HeldBot bot, RefusalCode code) {
    Refusal why = Refusal.of(code, "");
    var decided =
        ChangeCredentialsInConstructor.onChangeCredentials(
            new CredentialsChange.Unheard(),
            RUN,
            new ChangeCredentials(BOT, OWNER, FRESH, DEADLINE),
            bot);

    assertThat(decided.call()).isNull();
    assertThat(decided.send()).containsExactly(new CredentialsRefused(BOT, why));
    assertThat(decided.next()).isEqualTo(new CredentialsChange.Undone(BOT, why));
  }

  static Stream<Arguments> ofAnotherKind() {
    Credentials shared = new Credentials.Shared(new SealedToken("1", "x"));
    return Stream.of(
        Arguments.of(HeldBot.Kind.SHARED, FRESH),
        Arguments.of(HeldBot.Kind.MANAGED, FRESH),
        Arguments.of(HeldBot.Kind.OWN_TOKEN, shared),
        Arguments.of(HeldBot.Kind.MANAGED, shared),
        Arguments.of(HeldBot.Kind.MANAGED, Credentials.Managed.toBeMade()));
  }

  @ParameterizedTest
  @MethodSource("ofAnotherKind")
  void keepsTheKindOfItsCredentials(HeldBot.Kind kind, Credentials other) {
    var decided =
        ChangeCredentialsInConstructor.onChangeCredentials(
            new CredentialsChange.Unheard(),
            RUN,
            new ChangeCredentials(BOT, OWNER, other, DEADLINE),
            new HeldBot.Free(OWNER, kind));

    assertThat(decided.call()).isNull();
    assertThat(decided.send())
        .containsExactly(
            new CredentialsRefused(
                BOT, Refusal.of(RefusalCode.CREDENTIALS_UNAVAILABLE, "/credentials/kind")));
  }

  static Stream<Arguments> refusedByVerdict() {
    return Stream.of(
        Arguments.of(new TokenVerdict.Invalid(), RefusalCode.TOKEN_INVALID, "/credentials/token"),
        Arguments.of(
            new TokenVerdict.OfPerson(), RefusalCode.TOKEN_NOT_A_BOT, "/credentials/token"),
        Arguments.of(
            new TokenVerdict.Unopenable(), RefusalCode.CREDENTIALS_UNAVAILABLE, "/credentials"));
  }

  @ParameterizedTest
  @MethodSource("refusedByVerdict")
  void refusesATokenThatIsNoLivingBots(TokenVerdict verdict, RefusalCode code, String pointer) {
    var decided =
        ChangeCredentialsInConstructor.onVerdict(
            new CredentialsChange.Verifying(BOT),
            new VerifyNewCredentials(RUN, BOT, FRESH, DEADLINE),
            verdict);

    assertThat(decided.send())
        .containsExactly(new CredentialsRefused(BOT, Refusal.of(code, pointer)));
  }

  @Test
  void doesNotUndoWhatIsSettled() {
    CredentialsChange settled = new CredentialsChange.Settled(BOT);
    assertThat(
            ChangeCredentialsInConstructor.onNewCredentialsDropped(
                    settled, new NewCredentialsDropped(BOT, Refusal.of(RefusalCode.DEADLINE, "")))
                .send())
        .isEmpty();
  }
}
