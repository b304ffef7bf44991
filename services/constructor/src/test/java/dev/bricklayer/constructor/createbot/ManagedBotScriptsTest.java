package dev.bricklayer.constructor.createbot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bricklayer.constructor.ConstructorUnderTest;
import dev.bricklayer.constructor.MattermostAsAdministrator;
import dev.bricklayer.contracts.BotAccount;
import dev.bricklayer.contracts.ChannelRef;
import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.RefusalCode;
import dev.bricklayer.contracts.createbot.AccountMade;
import dev.bricklayer.contracts.createbot.CreateBotSaga;
import dev.bricklayer.contracts.deletebot.BotDeleted;
import dev.bricklayer.contracts.deletebot.BotErased;
import dev.bricklayer.contracts.deletebot.DeleteBot;
import dev.bricklayer.contracts.deletebot.DeleteBotSaga;
import dev.bricklayer.contracts.renamebot.RenameBot;
import dev.bricklayer.contracts.renamebot.RenameBotSaga;
import dev.bricklayer.contracts.state.BotState;
import dev.bricklayer.contracts.state.BotState.Status;
import dev.bricklayer.simulator.faults.Effect;
import dev.bricklayer.simulator.faults.Fault;
import dev.bricklayer.testkit.createbot.CreateBotExample;
import dev.bricklayer.testkit.saga.SagaScript;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Constructor's rows for managed bots: taken, taken twice, too late, and undone at every point. */
class ManagedBotScriptsTest {

  private static final Refusal DEADLINE = Refusal.of(RefusalCode.DEADLINE, "");

  private final ConstructorUnderTest constructor = ConstructorUnderTest.shared();
  private final MattermostAsAdministrator mattermost =
      new MattermostAsAdministrator(constructor.mattermost());

  /** So that its user name is nobody else's in this stand-in. */
  private final String username = "m" + UUID.randomUUID().toString().substring(0, 8);

  private final CreateBotExample bot = constructor.managedBot().named(username);
  private final SagaScript saga = constructor.script().run(CreateBotSaga.MAP);

  @AfterEach
  void mattermostIsWell() {
    constructor.mattermost().faults().clear();
  }

  @Test
  void reservesTheNameAndOnlyLooks() {
    int posts = constructor.mattermost().posted().size();
    saga.when(bot.createBot())
        .then(bot.botReserved())
        .whenDeliveredAgain()
        .thenNothing()
        .whenSaidAgain()
        .thenNothing();
    assertThat(mattermost.knows(username)).isFalse();
    assertThat(constructor.mattermost().posted()).hasSize(posts);
  }

  @Test
  void makesAccountAndTokenAndJoinsTheChannel() {
    AccountMade made = made(saga.given(bot.createBot()).when(bot.jobChecked()).answers());
    BotAccount account = made.account();
    assertThat(mattermost.bot(account).username()).isEqualTo(username);
    assertThat(mattermost.bot(account).displayName()).isEqualTo(bot.name());
    assertThat(mattermost.bot(account).description()).contains(saga.sagaId().toString());
    assertThat(mattermost.isInChannel(account, "release")).isTrue();
    assertThat(mattermost.ownerOf(token(made)).orElseThrow().value()).isEqualTo(account.userId());
    saga.whenDeliveredAgain().thenNothing().whenSaidAgain().thenNothing();
    assertThat(mattermost.tokensOf(account)).isEqualTo(1);
  }

  @Test
  void makesTheBotLive() {
    BotAccount account =
        made(saga.given(bot.createBot()).when(bot.jobChecked()).answers()).account();
    CreateBotExample housed = bot.speakingAs(account);
    saga.when(housed.jobActivated()).then(housed.botActivated(), housed.botState(Status.ACTIVE, 2));
  }

  @Test
  void takesAnotherUserNameWhereOneIsTaken() {
    mattermost.makeBot(username);
    AccountMade made = made(saga.given(bot.createBot()).when(bot.jobChecked()).answers());
    assertThat(made.account().username()).isEqualTo(username + "-2");
  }

  @Test
  void undoesBeforeTheAccountStepWithoutAskingMattermost() {
    saga.given(bot.createBot());
    constructor.mattermost().down();
    try {
      saga.when(bot.jobDiscarded(DEADLINE)).then(bot.nameReleased(DEADLINE));
    } finally {
      constructor.mattermost().up();
    }
    saga.when(bot.jobChecked()).thenNothing();
    assertThat(mattermost.knows(username)).isFalse();
  }

  @Test
  void closesTheAccountBeforeItFreesTheName() {
    AccountMade made = made(saga.given(bot.createBot()).when(bot.jobChecked()).answers());
    BotAccount account = made.account();
    saga.when(bot.jobDiscarded(DEADLINE))
        .then(bot.nameReleased(DEADLINE), bot.speakingAs(account).botState(Status.DELETED, 2))
        .whenDeliveredAgain()
        .thenNothing()
        .whenSaidAgain()
        .thenNothing();
    assertClosed(account, token(made));
    assertThat(rowsOf(bot)).containsOnlyKeys("public.bot_tombstone", "messaging.outbox_message");
  }

  @Test
  void closesOnceMattermostIsBack() {
    AccountMade made = made(saga.given(bot.createBot()).when(bot.jobChecked()).answers());
    constructor.mattermost().down();
    try {
      saga.when(bot.jobDiscarded(DEADLINE)).thenItWaits();
    } finally {
      constructor.mattermost().up();
    }
    saga.then(
        bot.nameReleased(DEADLINE), bot.speakingAs(made.account()).botState(Status.DELETED, 2));
    assertClosed(made.account(), token(made));
  }

  @Test
  void closesTheAccountOfABotThatIsDeleted() {
    AccountMade made = made(saga.given(bot.createBot()).when(bot.jobChecked()).answers());
    CreateBotExample housed = bot.speakingAs(made.account());
    saga.given(housed.jobActivated());
    SagaScript deletion = constructor.script().run(DeleteBotSaga.MAP);
    deletion
        .given(new DeleteBot(bot.bot(), bot.owner()))
        .when(new BotErased(bot.bot()))
        .then(new BotDeleted(bot.bot()), housed.botState(Status.DELETED, 4))
        .whenSaidAgain()
        .then(new BotDeleted(bot.bot()));
    assertClosed(made.account(), token(made));
  }

  @Test
  void givesTheAccountTheNameThatItsBotGets() {
    AccountMade made = made(saga.given(bot.createBot()).when(bot.jobChecked()).answers());
    saga.given(bot.speakingAs(made.account()).jobActivated());
    constructor
        .script()
        .run(RenameBotSaga.MAP)
        .given(new RenameBot(bot.bot(), bot.owner(), "Планёрка"));
    assertThat(mattermost.bot(made.account()).displayName()).isEqualTo("Планёрка");
    assertThat(mattermost.bot(made.account()).username()).isEqualTo(username);
  }

  @Test
  void findsWhatAnAttemptLeftWhoseAnswerWasLost() {
    constructor
        .mattermost()
        .faults()
        .add(Fault.on("POST", "/api/v4/bots").after(new Effect.Fail(502)).times(1));
    AccountMade made = made(saga.given(bot.createBot()).when(bot.jobChecked()).answers());
    assertThat(made.account().username()).isEqualTo(username);
    assertThat(mattermost.knows(username + "-2")).isFalse();
  }

  @Test
  void endsTheTokenThatNobodyHeard() {
    constructor
        .mattermost()
        .faults()
        .add(Fault.on("POST", "/api/v4/users/").after(new Effect.Fail(502)).times(1));
    AccountMade made = made(saga.given(bot.createBot()).when(bot.jobChecked()).answers());
    assertThat(mattermost.tokensOf(made.account())).isEqualTo(1);
    assertThat(mattermost.ownerOf(token(made))).isPresent();
  }

  @Test
  void undoesWhileTheAccountIsBeingMade() {
    constructor
        .mattermost()
        .faults()
        .add(Fault.on("POST", "/api/v4/users/").before(new Effect.Fail(503)));
    saga.given(bot.createBot()).when(bot.jobChecked()).thenItWaits();
    SagaScript undoing = saga.alsoWhen(bot.jobDiscarded(DEADLINE));
    undoing.then(bot.nameReleased(DEADLINE));
    constructor.mattermost().faults().clear();
    saga.thenNothing();
    assertThat(mattermost.knows(username)).isFalse();
    assertThat(rowsOf(bot)).containsOnlyKeys("public.bot_tombstone", "messaging.outbox_message");
  }

  @Test
  void refusesARequesterWhoIsNotInTheChannel() {
    CreateBotExample intruder =
        bot.askedForBy(constructor.mattermost().demo().userId("bob"))
            .speakingIn(ChannelRef.named("acme", "secret"));
    Refusal refusal =
        new Refusal(
            RefusalCode.REQUESTER_NOT_MEMBER, "/job/channel", Map.of("channel", "acme/secret"));
    saga.when(intruder.createBot()).then(intruder.botRefused(refusal));
    assertThat(mattermost.knows(username)).isFalse();
  }

  @Test
  void refusesARequesterWhoLeftMeanwhile() {
    saga.given(bot.createBot());
    mattermost.takeOut("lena", "release");
    try {
      Refusal refusal =
          new Refusal(
              RefusalCode.REQUESTER_NOT_MEMBER, "/job/channel", Map.of("channel", "acme/release"));
      saga.when(bot.jobChecked()).then(bot.accountRefused(refusal));
      saga.when(bot.jobDiscarded(refusal)).then(bot.nameReleased(refusal));
    } finally {
      mattermost.bringIn("lena", "release");
    }
    assertThat(mattermost.knows(username)).isFalse();
  }

  @Test
  void refusesAChannelThatIsNotThere() {
    refuses("nowhere", RefusalCode.CHANNEL_UNKNOWN);
  }

  @Test
  void refusesAnArchivedChannel() {
    refuses("old", RefusalCode.CHANNEL_ARCHIVED);
  }

  private void refuses(String channel, RefusalCode code) {
    CreateBotExample there = bot.speakingIn(ChannelRef.named("acme", channel));
    Refusal refusal = new Refusal(code, "/job/channel", Map.of("channel", "acme/" + channel));
    saga.when(there.createBot()).then(there.botRefused(refusal));
    assertThat(mattermost.knows(username)).isFalse();
  }

  @Test
  void refusesWhoeverIsKnownToNobodyInMattermost() {
    Refusal refusal = Refusal.of(RefusalCode.LINK_REQUIRED, "/credentials/kind");
    CreateBotExample unlinked = bot.askedForBy(null);
    saga.when(unlinked.createBot()).then(unlinked.botRefused(refusal));
  }

  private void assertClosed(BotAccount account, String token) {
    assertThat(mattermost.bot(account).disabled()).isTrue();
    assertThat(mattermost.bot(account).username()).isEqualTo(username + "-" + account.userId());
    assertThat(mattermost.isInChannel(account, "release")).isFalse();
    assertThat(mattermost.isInTeam(account)).isFalse();
    assertThat(mattermost.ownerOf(token)).isEmpty();
    assertThat(mattermost.knows(username)).isFalse();
  }

  private AccountMade made(List<Message> answers) {
    AccountMade made =
        answers.stream()
            .filter(AccountMade.class::isInstance)
            .map(AccountMade.class::cast)
            .findFirst()
            .orElseThrow(() -> new AssertionError("no account was made: " + answers));
    BotState pending = bot.speakingAs(made.account()).botState(Status.PENDING, 1);
    assertThat(answers).containsExactlyInAnyOrder(made, pending);
    return made;
  }

  private String token(AccountMade made) {
    return ConstructorUnderTest.opened(
        Objects.requireNonNull(made.credentials().token()), bot.bot());
  }

  private Map<String, Long> rowsOf(CreateBotExample example) {
    return constructor
        .script()
        .rowsNaming(example.bot(), example.owner(), example.job().id(), saga.sagaId());
  }
}
