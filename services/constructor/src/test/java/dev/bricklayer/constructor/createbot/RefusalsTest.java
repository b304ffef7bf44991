package dev.bricklayer.constructor.createbot;

import dev.bricklayer.constructor.ConstructorUnderTest;
import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.Credentials;
import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.RefusalCode;
import dev.bricklayer.contracts.createbot.CreateBotSaga;
import dev.bricklayer.contracts.state.AccountState;
import dev.bricklayer.contracts.state.BotState.Status;
import dev.bricklayer.contracts.state.LinkedIdentity;
import dev.bricklayer.testkit.createbot.CreateBotExample;
import dev.bricklayer.testkit.saga.SagaScript;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything for which constructor says no, each with its code and the field that caused it. */
class RefusalsTest {

  private static final Refusal NAME_TAKEN = Refusal.of(RefusalCode.NAME_TAKEN, "/name");

  private final ConstructorUnderTest constructor = ConstructorUnderTest.shared();
  private final CreateBotExample bot = constructor.bot();

  @ParameterizedTest
  @CsvSource({"Stand-up, Stand-up", "Stand-up, STAND-UP", "Стендап, СТЕНДАП", "straße, STRASSE"})
  void aNameIsTakenWhateverItsCase(String one, String other) {
    saga().given(bot.named(one).createBot());
    CreateBotExample second = constructor.bot().ownedBy(bot.owner()).named(other);
    saga().when(second.createBot()).then(second.botRefused(NAME_TAKEN));
  }

  @Test
  void anotherOwnerMayUseTheSameName() {
    saga().given(bot.createBot());
    assertReserved(constructor.bot().named(bot.name()));
  }

  @Test
  void aNameThatWasReleasedCanBeTakenAtOnce() {
    saga().given(bot.createBot(), bot.jobDiscarded(Refusal.of(RefusalCode.DEADLINE, "")));
    assertReserved(constructor.bot().ownedBy(bot.owner()).named(bot.name()));
  }

  @Test
  void aRefusalBurnsNoName() {
    saga().given(bot.with(id -> token("nobodys0token0here00000000", id)).createBot());
    assertReserved(constructor.bot().ownedBy(bot.owner()).named(bot.name()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"nobodys0token0here00000000", "no header can carry this", "ü"})
  void aTokenThatIsNobodys(String wrong) {
    CreateBotExample refused = bot.with(id -> token(wrong, id));
    saga()
        .when(refused.createBot())
        .then(refused.botRefused(Refusal.of(RefusalCode.TOKEN_INVALID, "/credentials/token")));
  }

  @Test
  void aTokenThatIsAPersons() {
    String persons = constructor.mattermost().demo().adminToken();
    CreateBotExample refused = bot.with(id -> token(persons, id));
    saga()
        .when(refused.createBot())
        .then(refused.botRefused(Refusal.of(RefusalCode.TOKEN_NOT_A_BOT, "/credentials/token")));
  }

  @Test
  void aTokenThatWasSealedForAnotherBot() {
    String token = constructor.mattermost().demo().botToken();
    CreateBotExample refused = bot.with(_ -> token(token, constructor.bot().bot()));
    saga()
        .when(refused.createBot())
        .then(refused.botRefused(Refusal.of(RefusalCode.CREDENTIALS_UNAVAILABLE, "/credentials")));
  }

  @ParameterizedTest
  @EnumSource(names = {"LOCKED", "DELETED"})
  void anOwnerWhoseAccountIsBarred(AccountState.Status status) {
    saga().given(account(AccountState.Status.ACTIVE, 1), account(status, 2));
    saga().when(bot.createBot()).then(bot.botRefused(Refusal.of(RefusalCode.FORBIDDEN, "")));
  }

  @Test
  void anOwnerWhoseAccountWasUnlockedIsNotBarred() {
    saga()
        .given(
            account(AccountState.Status.LOCKED, 2),
            account(AccountState.Status.ACTIVE, 3),
            account(AccountState.Status.LOCKED, 2));
    assertReserved(bot);
  }

  @Test
  void aNameIsTakenForAllSelvesOfAPerson() {
    PersonId identity = new PersonId(UUID.randomUUID());
    saga().given(bot.createBot());
    assertReserved(constructor.bot().ownedBy(identity).named(bot.name() + " 2"));
    saga().given(linked(2, identity));

    CreateBotExample inMattermost = constructor.bot().ownedBy(identity).named(bot.name());
    saga().when(inMattermost.createBot()).then(inMattermost.botRefused(NAME_TAKEN));
    CreateBotExample overRest = constructor.bot().ownedBy(bot.owner()).named(bot.name() + " 2");
    saga().when(overRest.createBot()).then(overRest.botRefused(NAME_TAKEN));
  }

  @Test
  void thoseWhoWerePartedAreTwoPeopleAgain() {
    PersonId identity = new PersonId(UUID.randomUUID());
    saga().given(bot.createBot(), linked(2, identity), linked(3));

    assertReserved(constructor.bot().ownedBy(identity).named(bot.name()));
  }

  @Test
  void theQuotaIsThePersonsWhicheverOfTheirSelvesAsks() {
    PersonId identity = new PersonId(UUID.randomUUID());
    saga().given(linked(1, identity));
    constructor.has(bot.owner(), 10);
    constructor.has(identity, 10);

    CreateBotExample oneMore = constructor.bot().ownedBy(identity).named("one more");
    saga()
        .when(oneMore.createBot())
        .then(oneMore.botRefused(Refusal.of(RefusalCode.QUOTA_REACHED, "")));
  }

  @Test
  void anIdentityOfALockedAccountIsBarred() {
    PersonId identity = new PersonId(UUID.randomUUID());
    saga()
        .given(
            new AccountState(
                bot.owner(),
                "lena",
                "en",
                null,
                AccountState.Status.LOCKED,
                1,
                List.of(linkTo(identity))));

    CreateBotExample inMattermost = constructor.bot().ownedBy(identity);
    saga()
        .when(inMattermost.createBot())
        .then(inMattermost.botRefused(Refusal.of(RefusalCode.FORBIDDEN, "")));
  }

  private AccountState linked(long version, PersonId... identities) {
    return new AccountState(
        bot.owner(),
        "lena",
        "en",
        null,
        AccountState.Status.ACTIVE,
        version,
        Arrays.stream(identities).map(RefusalsTest::linkTo).toList());
  }

  private static LinkedIdentity linkTo(PersonId identity) {
    return new LinkedIdentity(
        identity,
        identity.toString().replace("-", ""),
        "lena",
        Instant.parse("2026-10-12T08:00:00Z"));
  }

  private void assertReserved(CreateBotExample example) {
    saga()
        .when(example.createBot())
        .then(example.botReserved(), example.botState(Status.PENDING, 1));
  }

  private SagaScript saga() {
    return constructor.script().run(CreateBotSaga.MAP);
  }

  private AccountState account(AccountState.Status status, long version) {
    return new AccountState(bot.owner(), "lena", "en", null, status, version);
  }

  private static Credentials token(String token, BotId bot) {
    return ConstructorUnderTest.sealed(token, bot);
  }
}
