package dev.bricklayer.engine.createbot;

import static java.util.Objects.requireNonNull;

import dev.bricklayer.contracts.Credentials;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.RefusalCode;
import dev.bricklayer.contracts.createbot.CreateBotSaga;
import dev.bricklayer.contracts.saga.Service;
import dev.bricklayer.engine.Installation;
import dev.bricklayer.schedule.ScheduleSpec;
import dev.bricklayer.simulator.faults.Effect;
import dev.bricklayer.simulator.faults.Fault;
import dev.bricklayer.testkit.saga.SagaScript;
import dev.bricklayer.testkit.saga.ServiceUnderScript;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Everything for which the engine says no, each with its code and the field that caused it. */
class RefusalsTest {

  private static Installation installation;
  private static ServiceUnderScript script;

  private final PlannableBot bot = PlannableBot.in(installation);
  private final SagaScript saga = script.run(CreateBotSaga.MAP);

  @BeforeAll
  static void start() {
    installation = Installation.fresh();
    installation.engine();
    script = ServiceUnderScript.of(Service.ENGINE, installation.kafka(), installation.database());
  }

  @AfterEach
  void allIsWell() {
    installation.mattermost().faults().clear();
  }

  @AfterAll
  static void stop() {
    script.close();
    installation.close();
  }

  @ParameterizedTest
  @CsvSource({
    "release-2, CHANNEL_UNKNOWN",
    "secret, CHANNEL_UNKNOWN",
    "old, CHANNEL_ARCHIVED",
    "off-topic, BOT_NOT_MEMBER"
  })
  void aChannelInWhichTheBotCannotSpeak(String channel, RefusalCode code) {
    PlannableBot refused = bot.to(channel);
    saga.when(refused.jobStored())
        .then(
            refused.jobRefused(
                new Refusal(code, "/job/channel", Map.of("channel", "acme/" + channel))));
  }

  @ParameterizedTest
  @CsvSource({"c0000000000000000000000000", "../../users/me", "' '"})
  void aChannelIdThatIsNone(String id) {
    PlannableBot refused = bot.toId(id);
    saga.when(refused.jobStored())
        .then(
            refused.jobRefused(
                new Refusal(RefusalCode.CHANNEL_UNKNOWN, "/job/channel", Map.of("channel", id))));
  }

  @Test
  void aChannelOfWhichTheRequesterIsNoMember() {
    PlannableBot strange = bot.sharedFor("lena").askedForBy("nobody00000000000000000000");
    saga.when(strange.jobStored())
        .then(
            strange.jobRefused(
                new Refusal(
                    RefusalCode.REQUESTER_NOT_MEMBER,
                    "/job/channel",
                    Map.of("channel", "acme/release"))));
  }

  @Test
  void aRequesterWhoIsKnownToNobodyInMattermost() {
    PlannableBot unlinked = bot.sharedFor("lena").askedForBy(null);
    saga.when(unlinked.jobStored())
        .then(unlinked.jobRefused(Refusal.of(RefusalCode.LINK_REQUIRED, "/credentials/kind")));
  }

  @Test
  void aTokenOfThisInstallationThatDoesNotWorkIsNotTheRequestersToMend() {
    PlannableBot shared =
        bot.sharedFor("lena")
            .with(
                id ->
                    new Credentials.Shared(
                        requireNonNull(
                            Installation.sealed("nobodys0token0here00000000", id).token())));
    saga.when(shared.jobStored())
        .then(
            shared.jobRefused(
                Refusal.of(RefusalCode.CREDENTIALS_UNAVAILABLE, "/credentials/kind")));
  }

  @ParameterizedTest
  @CsvSource({"nobodys0token0here00000000", "no header can carry this"})
  void aTokenThatIsNobodys(String token) {
    PlannableBot refused = bot.with(id -> Installation.sealed(token, id));
    saga.when(refused.jobStored())
        .then(refused.jobRefused(Refusal.of(RefusalCode.TOKEN_INVALID, "/credentials/token")));
  }

  @Test
  void aTokenThatWasSealedForAnotherBot() {
    PlannableBot refused = bot.with(_ -> installation.credentials(installation.bot().bot()));
    saga.when(refused.jobStored())
        .then(refused.jobRefused(Refusal.of(RefusalCode.CREDENTIALS_UNAVAILABLE, "/credentials")));
  }

  @Test
  void aScheduleThatNeverFires() {
    PlannableBot refused = bot.at(ScheduleSpec.ofCron("0 0 30 2 *", "UTC"));
    saga.when(refused.jobStored())
        .then(
            refused.jobRefused(Refusal.of(RefusalCode.SCHEDULE_IMPOSSIBLE, "/job/schedule/cron")));
  }

  @Test
  void aOneOffInThePast() {
    PlannableBot refused = bot.at(ScheduleSpec.ofAt("2020-01-01T00:00", "UTC"));
    saga.when(refused.jobStored())
        .then(refused.jobRefused(Refusal.of(RefusalCode.SCHEDULE_IMPOSSIBLE, "/job/schedule/at")));
  }

  @Test
  void aZoneThatNobodyKnows() {
    PlannableBot refused = bot.at(ScheduleSpec.ofCron("0 9 * * *", "Mars/Base"));
    saga.when(refused.jobStored())
        .then(refused.jobRefused(Refusal.of(RefusalCode.ZONE_UNKNOWN, "/job/schedule/timeZone")));
  }

  @Test
  void aMattermostThatIsAwayRefusesNothing() {
    installation.mattermost().faults().add(Fault.on("GET", "").before(new Effect.Fail(503)));
    saga.when(bot.jobStored()).thenItWaits();
    installation.mattermost().faults().clear();
    saga.then(bot.jobPlanned(), bot.running());
  }

  @Test
  void aMattermostThatIsBusyRefusesNothing() {
    installation
        .mattermost()
        .faults()
        .add(Fault.on("GET", "").before(new Effect.Throttle("1")).times(1));
    saga.when(bot.jobStored()).then(bot.jobPlanned(), bot.running());
  }

  @Test
  void whatWasAbandonedWhileMattermostWasAwayIsNeverPlanned() {
    installation.mattermost().faults().add(Fault.on("GET", "").before(new Effect.Fail(503)));
    saga.when(bot.jobStored()).thenItWaits();
    Refusal deadline = Refusal.of(RefusalCode.DEADLINE, "");
    saga.when(bot.abandon(deadline)).then(bot.jobRefused(deadline));
    installation.mattermost().faults().clear();
    saga.when(bot.abandon(deadline)).then(bot.jobRefused(deadline));
  }

  @Test
  void whatMattermostDoesNotAnswerUntilTheDeadlineStaysOpenForTheOwnerOfTheDeadline() {
    installation.mattermost().faults().add(Fault.on("GET", "").before(new Effect.Fail(503)));
    PlannableBot late = bot.until(Instant.now().plusSeconds(1));
    saga.when(late.jobStored()).thenNothing();
    Refusal deadline = Refusal.of(RefusalCode.DEADLINE, "");
    saga.when(late.abandon(deadline)).then(late.jobRefused(deadline));
  }
}
