package dev.bricklayer.engine.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bricklayer.contracts.BotAccount;
import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.Credentials;
import dev.bricklayer.contracts.Missed;
import dev.bricklayer.contracts.RefusalCode;
import dev.bricklayer.contracts.SealedToken;
import dev.bricklayer.engine.ledger.OccurrenceState;
import dev.bricklayer.mattermost.ChannelId;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is done about an occurrence, by its state, its age and its job's rule. */
class TakingTest {

  private static final Instant DUE = Instant.parse("2026-11-22T12:00:00Z");
  private static final LedgerEntry READY = entry(OccurrenceState.READY, false, 0, false);

  @Test
  void whatIsReadyIsSent() {
    assertThat(taking(READY, job(DUE))).isEqualTo(new Taking.Send(false));
  }

  @ParameterizedTest
  @EnumSource(
      names = {"READY", "SENDING"},
      mode = EnumSource.Mode.EXCLUDE)
  void whatIsNotReadyIsLeft(OccurrenceState state) {
    assertThat(taking(entry(state, false, 0, false), job(DUE))).isEqualTo(new Taking.Leave());
  }

  @Test
  void whatASenderHasIsLeftUntilItsTimeIsUp() {
    LedgerEntry sending = sendingUntil(DUE.plusSeconds(30));
    assertThat(taking(sending, job(DUE.plusSeconds(29)))).isEqualTo(new Taking.Leave());
    assertThat(taking(sending, job(DUE.plusSeconds(30)))).isEqualTo(new Taking.Settle());
  }

  @Test
  void whatIsNotDueYetByTheDatabasesClockWaits() {
    assertThat(taking(READY, job(DUE.minusMillis(1)))).isEqualTo(new Taking.NotYet());
  }

  @Test
  void whatIsOnlyLateIsJustSent() {
    assertThat(taking(READY, job(DUE.plus(Duration.ofHours(23)))))
        .isEqualTo(new Taking.Send(false));
  }

  @Test
  void whatWasTriedForADayIsGivenUp() {
    assertThat(taking(READY, job(DUE.plus(Duration.ofHours(25))))).isEqualTo(new Taking.GiveUp());
  }

  @Test
  void ofAStoppedJobNothingIsSent() {
    JobNow stopped = job(DUE, Missed.DEFAULT, null, RefusalCode.TOKEN_INVALID);
    assertThat(taking(READY, stopped)).isEqualTo(new Taking.Stopped(RefusalCode.TOKEN_INVALID));
  }

  @Test
  void ofAJobThatIsGoneNothingIsSent() {
    assertThat(taking(READY, null)).isEqualTo(new Taking.Cancel());
  }

  /** Claimed late; how many later ones stand in the ledger; one of them claimed late; minutes. */
  @ParameterizedTest
  @CsvSource({
    // the latest missed, alone or with one that is on time after it
    "true,  0, false,  5, LATEST, late",
    "true,  1, false,  5, LATEST, late",
    "false, 1, false,  1, LATEST, late",
    // a later one was missed as well
    "true,  1, true,   5, LATEST, miss",
    "false, 1, true,   5, LATEST, miss",
    "true,  2, false,  5, LATEST, miss",
    // too old
    "true,  0, false, 61, LATEST, miss",
    "true,  0, false,  5, EACH,   late",
    "true,  9, true,   5, EACH,   late",
    "true,  9, true,  61, EACH,   miss",
    "true,  0, false,  5, SKIP,   miss",
    "false, 1, false,  1, SKIP,   miss",
    "false, 0, false,  5, SKIP,   send"
  })
  void whatWasMissedGoesByTheJobsRule(
      boolean late, int later, boolean laterMissed, int minutes, Missed.Rule rule, String then) {
    Missed missed = new Missed(rule, Duration.ofHours(1));
    JobNow job = job(DUE.plus(Duration.ofMinutes(minutes)), missed, null, null);
    Taking expected =
        switch (then) {
          case "late" -> new Taking.Send(true);
          case "send" -> new Taking.Send(false);
          default -> new Taking.Miss();
        };
    assertThat(taking(entry(OccurrenceState.READY, late, later, laterMissed), job))
        .isEqualTo(expected);
  }

  @Test
  void anInstantThatNobodyClaimedYetOvertakesToo() {
    Instant now = DUE.plusSeconds(61);
    JobNow overtaken =
        job(now, new Missed(Missed.Rule.SKIP, Duration.ofHours(1)), DUE.plusSeconds(60), null);
    assertThat(taking(READY, overtaken)).isEqualTo(new Taking.Miss());
    JobNow ahead =
        job(now, new Missed(Missed.Rule.SKIP, Duration.ofHours(1)), DUE.plusSeconds(120), null);
    assertThat(taking(READY, ahead)).isEqualTo(new Taking.Send(false));
  }

  private static Taking taking(LedgerEntry entry, @Nullable JobNow job) {
    return Taking.of(DUE, entry, job, Deliveries.USUAL);
  }

  private static LedgerEntry entry(
      OccurrenceState state, boolean late, int laterDue, boolean laterMissed) {
    return new LedgerEntry(state, late, 0, null, null, null, laterDue, laterMissed, null, null);
  }

  private static LedgerEntry sendingUntil(Instant until) {
    return new LedgerEntry(
        OccurrenceState.SENDING, false, 1, until, DUE, new ChannelId("c"), 0, false, null, null);
  }

  private static JobNow job(Instant now) {
    return job(now, Missed.DEFAULT, null, null);
  }

  private static JobNow job(
      Instant now, Missed missed, @Nullable Instant next, @Nullable RefusalCode stopped) {
    return new JobNow(
        new BotId(UUID.randomUUID()),
        "Hello",
        new ChannelId("c"),
        missed,
        "{}",
        null,
        next,
        stopped,
        new BotAccount("u", "standup"),
        Set.of(),
        new Credentials.OwnToken(new SealedToken("1", "x")),
        1,
        null,
        now);
  }
}
