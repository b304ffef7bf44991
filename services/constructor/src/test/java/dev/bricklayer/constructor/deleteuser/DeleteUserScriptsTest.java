package dev.bricklayer.constructor.deleteuser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bricklayer.constructor.ConstructorUnderTest;
import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.RefusalCode;
import dev.bricklayer.contracts.createbot.CreateBotSaga;
import dev.bricklayer.contracts.deletebot.BotDeleted;
import dev.bricklayer.contracts.deletebot.BotErased;
import dev.bricklayer.contracts.deletebot.DeleteBot;
import dev.bricklayer.contracts.deletebot.DeleteBotSaga;
import dev.bricklayer.contracts.deleteuser.DeleteUserSaga;
import dev.bricklayer.contracts.deleteuser.HandoverRefused;
import dev.bricklayer.contracts.deleteuser.UserBotsGone;
import dev.bricklayer.contracts.deleteuser.UserDeletionBegun;
import dev.bricklayer.contracts.state.AccountState;
import dev.bricklayer.contracts.state.BotState;
import dev.bricklayer.testkit.createbot.CreateBotExample;
import dev.bricklayer.testkit.saga.SagaScript;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Constructor's row of {@code docs/sagas/delete-user.md}, taken in all its ways. */
class DeleteUserScriptsTest {

  private final ConstructorUnderTest constructor = ConstructorUnderTest.shared();
  private final PersonId lena = new PersonId(UUID.randomUUID());
  private final PersonId heir = new PersonId(UUID.randomUUID());
  private final SagaScript saga = constructor.script().run(DeleteUserSaga.MAP);

  @Test
  void whoHasNoBotsIsThroughAtOnce() {
    saga.when(begun(1))
        .then(new UserBotsGone(lena, 0, 0))
        .whenDeliveredAgain()
        .thenNothing()
        .whenSaidAgain()
        .then(new UserBotsGone(lena, 0, 0));
  }

  @Test
  void eachBotIsDeletedAndTheLastOneEndsIt() {
    CreateBotExample one = living("one", lena);
    CreateBotExample two = living("two", lena);

    saga.when(begun(1)).thenNothing();
    assertThat(said("BotDeletionBegun", one, two)).isEqualTo(2);
    gone(one);
    assertThat(ends()).isZero();
    gone(two);
    assertThat(ends()).isOne();
    saga.when(begun(2)).then(new UserBotsGone(lena, 2, 0));
  }

  @Test
  void askedAgainItAsksForTheSameRunsAgain() {
    CreateBotExample one = living("one", lena);

    saga.when(begun(1)).thenNothing().when(begun(2)).thenNothing();

    assertThat(said("BotDeletionBegun", one)).isEqualTo(2);
    assertThat(said("BotDeletionRefused", one)).isZero();
  }

  @Test
  void aBotThatIsBeingMadeIsDeletedOnceItIs() {
    CreateBotExample late = constructor.bot().ownedBy(lena).named("late");
    SagaScript creation = constructor.script().run(CreateBotSaga.MAP).given(late.createBot());

    saga.when(begun(1)).thenNothing();
    assertThat(said("BotDeletionBegun", late)).isZero();
    creation.given(late.jobActivated());
    saga.when(begun(2)).thenNothing();
    assertThat(said("BotDeletionBegun", late)).isOne();
    gone(late);
    assertThat(ends()).isOne();
  }

  @Test
  void aBotThatWasNeverFinishedIsNotWaitedFor() {
    CreateBotExample undone = constructor.bot().ownedBy(lena).named("undone");
    SagaScript creation = constructor.script().run(CreateBotSaga.MAP).given(undone.createBot());
    saga.when(begun(1)).thenNothing();

    creation.given(undone.jobDiscarded(Refusal.of(RefusalCode.DEADLINE, "")));
    saga.when(begun(2)).then(new UserBotsGone(lena, 1, 0));
  }

  @Test
  void aBotThatItsOwnerDeletesMeanwhileIsCounted() {
    CreateBotExample one = living("one", lena);
    constructor.script().run(DeleteBotSaga.MAP).given(new DeleteBot(one.bot(), lena));

    saga.when(begun(1)).thenNothing();
    gone(one);
    assertThat(ends()).isOne();
  }

  @Test
  void nothingIsCreatedForWhoeverLeaves() {
    living("one", lena);
    saga.when(begun(1)).thenNothing();
    assertBarred();
  }

  @Test
  void nothingIsCreatedForWhoeverHasLeft() {
    saga.when(begun(1)).then(new UserBotsGone(lena, 0, 0));
    assertBarred();
  }

  @Test
  void allBotsAreTheHeirsAtOnce() {
    CreateBotExample one = living("one", lena);
    CreateBotExample two = living("two", lena);

    saga.when(handover(1))
        .then(
            new UserBotsGone(lena, 0, 2),
            one.ownedBy(heir).botState(BotState.Status.ACTIVE, 3),
            two.ownedBy(heir).botState(BotState.Status.ACTIVE, 3))
        .whenSaidAgain()
        .then(new UserBotsGone(lena, 0, 2));
    assertBarred();
    constructor.script().run(DeleteBotSaga.MAP).when(new DeleteBot(one.bot(), heir)).answers();
    assertThat(said("BotDeletionBegun", one)).isOne();
  }

  @Test
  void aClashOfNamesRefusesBeforeAnythingMoves() {
    CreateBotExample one = living("one", lena);
    living("Two", lena);
    living("TWO", heir);

    saga.when(handover(1))
        .then(refused(RefusalCode.NAME_TAKEN, "/handTo", Map.of("bot", "Two")))
        .whenSaidAgain()
        .then(refused(RefusalCode.NAME_TAKEN, "/handTo", Map.of("bot", "Two")));
    assertThat(owner(one)).isEqualTo(lena.value());
    CreateBotExample more = constructor.bot().ownedBy(lena).named("more");
    constructor
        .script()
        .run(CreateBotSaga.MAP)
        .when(more.createBot())
        .then(more.botReserved(), more.botState(BotState.Status.PENDING, 1));
  }

  @Test
  void whatWasRefusedStaysRefusedThoughItCouldBeDoneNow() {
    living("one", lena);
    CreateBotExample theirs = living("one", heir);
    saga.when(handover(1)).then(refused(RefusalCode.NAME_TAKEN, "/handTo", Map.of("bot", "one")));
    constructor.script().run(DeleteBotSaga.MAP).given(new DeleteBot(theirs.bot(), heir));

    saga.when(handover(2)).then(refused(RefusalCode.NAME_TAKEN, "/handTo", Map.of("bot", "one")));
  }

  @Test
  void moreThanTheHeirsQuotaIsRefused() {
    living("one", lena);
    constructor.has(heir, 20);

    saga.when(handover(1)).then(refused(RefusalCode.QUOTA_REACHED, "/handTo", Map.of()));
  }

  @Test
  void aBotThatSomethingIsDoneToIsNotHandedOver() {
    CreateBotExample late = constructor.bot().ownedBy(lena).named("late");
    constructor.script().run(CreateBotSaga.MAP).given(late.createBot());

    saga.when(handover(1)).then(refused(RefusalCode.LOCKED, "", Map.of()));
  }

  @Test
  void anHeirWhoIsBarredGetsNothing() {
    living("one", lena);
    saga.given(new AccountState(heir, "bob", "en", null, AccountState.Status.LOCKED, 1));

    saga.when(handover(1)).then(refused(RefusalCode.FORBIDDEN, "/handTo", Map.of()));
  }

  private UserDeletionBegun begun(int attempt) {
    return new UserDeletionBegun(lena, null, attempt);
  }

  private UserDeletionBegun handover(int attempt) {
    return new UserDeletionBegun(lena, heir, attempt);
  }

  private HandoverRefused refused(RefusalCode code, String pointer, Map<String, String> details) {
    return new HandoverRefused(lena, new Refusal(code, pointer, details));
  }

  private CreateBotExample living(String name, PersonId owner) {
    CreateBotExample bot = constructor.bot().ownedBy(owner).named(name);
    constructor.has(bot);
    return bot;
  }

  private void gone(CreateBotExample bot) {
    assertThat(constructor.script().run(DeleteBotSaga.MAP).when(new BotErased(bot.bot())).answers())
        .contains(new BotDeleted(bot.bot()));
  }

  private void assertBarred() {
    CreateBotExample more = constructor.bot().ownedBy(lena).named("more");
    constructor
        .script()
        .run(CreateBotSaga.MAP)
        .when(more.createBot())
        .then(more.botRefused(Refusal.of(RefusalCode.FORBIDDEN, "")));
  }

  /** How often it was told, of its own accord, that nothing is left. */
  private int ends() {
    return said("UserBotsGone", lena.toString());
  }

  private int said(String type, CreateBotExample... bots) {
    return List.of(bots).stream().mapToInt(bot -> said(type, bot.bot().toString())).sum();
  }

  private int said(String type, String key) {
    return constructor
        .context()
        .getBean(JdbcClient.class)
        .sql(
            """
            select count(*) from messaging.outbox_message
            where key = :key and headers::jsonb ->> 'ce_type' = :type
            """)
        .param("key", key)
        .param("type", type)
        .query(Integer.class)
        .single();
  }

  private UUID owner(CreateBotExample bot) {
    return constructor
        .context()
        .getBean(JdbcClient.class)
        .sql("select owner_id from bot where bot_id = :bot")
        .param("bot", bot.bot().value())
        .query(UUID.class)
        .single();
  }
}
