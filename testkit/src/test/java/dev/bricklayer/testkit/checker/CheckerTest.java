package dev.bricklayer.testkit.checker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bricklayer.contracts.Missed;
import dev.bricklayer.schedule.ScheduleSpec;
import dev.bricklayer.testkit.checker.LedgerRow.State;
import dev.bricklayer.testkit.checker.Report.Ending;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Each promise broken by hand, and found; each right way to end, and not found. */
class CheckerTest {

  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final Instant ONE_SECOND_BEFORE = NOON.minusSeconds(1);
  private static final UUID JOB = UUID.randomUUID();
  private static final Reckoning EVERY_MINUTE =
      Reckoning.of(ScheduleSpec.ofCron("* * * * *", "Europe/Berlin"));
  private static final Content STAND_UP = Content.of("Stand-up", "release", Reckoning.at(NOON));

  private final List<LedgerRow> ledger = new ArrayList<>();
  private final List<FoundPost> posts = new ArrayList<>();
  private JobHistory history = JobHistory.created(JOB, Moment.at(NOON.minusSeconds(600)), STAND_UP);

  @Test
  void findsNothingWhereEachWasPostedOnce() {
    posted(NOON, "Stand-up");
    assertThat(check().clean().count(Ending.POSTED)).isOne();
  }

  @Test
  void findsWhatIsMissing() {
    assertFinds(Finding.Missing.class);
    assertThatThrownBy(() -> check().clean()).hasMessageContaining("Missing");
  }

  @Test
  void findsWhatIsThereTwice() {
    posted(NOON, "Stand-up");
    post(NOON, "Stand-up", NOON.plusSeconds(40));
    assertFinds(Finding.Doubled.class);
  }

  @Test
  void findsWhatWasPostedEarlyByAMillisecond() {
    ledger.add(LedgerRow.sent(JOB, NOON, NOON, post(NOON, "Stand-up", NOON.minusMillis(1))));
    assertFinds(Finding.Early.class);
  }

  @Test
  void findsWhatWasTakenEarlyByTheDatabase() {
    ledger.add(LedgerRow.sent(JOB, NOON, NOON.minusNanos(1000), post(NOON, "Stand-up", NOON)));
    assertFinds(Finding.Early.class);
  }

  @Test
  void findsWhatIsLaterThanAllowed() {
    ledger.add(LedgerRow.sent(JOB, NOON, NOON, post(NOON, "Stand-up", NOON.plusSeconds(30))));
    assertThat(check().findings()).isEmpty();
    assertThat(Checker.check(evidence().atMostLate(Duration.ofSeconds(10))).findings())
        .singleElement()
        .isInstanceOf(Finding.Late.class);
  }

  @Test
  void findsWhatIsNotOver() {
    ledger.add(new LedgerRow(JOB, NOON, State.SENDING, null, 1, NOON, null, null, null));
    assertFinds(Finding.Unsettled.class);
  }

  @Test
  void findsAPostThatTheLedgerSaysIsThereAndIsNot() {
    ledger.add(LedgerRow.sent(JOB, NOON, NOON, "post"));
    assertFinds(Finding.Contradiction.class);
  }

  @Test
  void findsAPostThatTheLedgerSaysIsNotThere() {
    post(NOON, "Stand-up", NOON);
    ledger.add(LedgerRow.ended(JOB, NOON, State.FAILED, NOON));
    assertFinds(Finding.Contradiction.class);
  }

  @Test
  void findsAPostWithoutTheLedger() {
    post(NOON, "Stand-up", NOON);
    assertThat(check().has(Finding.Contradiction.class)).isTrue();
  }

  @Test
  void findsAPostThatWasNeverDue() {
    posted(NOON, "Stand-up");
    posted(NOON.plusSeconds(1), "Stand-up");
    assertFinds(Finding.Unwanted.class);
  }

  @Test
  void anEndWithoutAPostNeedsAReason() {
    ledger.add(LedgerRow.ended(JOB, NOON, State.CANCELLED, NOON.plusSeconds(1)));
    assertFinds(Finding.Unexplained.class);
  }

  // --- changes, one second before the instant and right at it

  @Test
  void anEditOfTheTextBeforeItWins() {
    history = history.edited(acknowledged(ONE_SECOND_BEFORE), STAND_UP.saying("New words"));
    posted(NOON, "Stand-up");
    assertFinds(Finding.WrongText.class);
    posts.clear();
    ledger.clear();
    posted(NOON, "New words");
    assertThat(check().findings()).isEmpty();
  }

  @Test
  void atAnEditOfTheTextRightAtItEitherIsRightAndNothingIsWrong() {
    history = history.edited(around(NOON), STAND_UP.saying("New words"));
    assertFinds(Finding.Missing.class);
    posted(NOON, "Stand-up");
    assertThat(check().findings()).isEmpty();
  }

  @Test
  void anEditWinsOverWhatWasTakenAfterIt() {
    history = history.edited(Moment.at(NOON.plusSeconds(5)), STAND_UP.saying("New words"));
    Instant taken = NOON.plusSeconds(6);
    ledger.add(LedgerRow.sent(JOB, NOON, taken, post(NOON, "Stand-up", taken)));
    assertFinds(Finding.WrongText.class);
  }

  @Test
  void aMoveToAnotherChannelWins() {
    history = history.edited(acknowledged(ONE_SECOND_BEFORE), STAND_UP.in("town-square"));
    posted(NOON, "Stand-up");
    assertFinds(Finding.WrongChannel.class);
  }

  @Test
  void anEditOfTheScheduleTakesBackWhatItLacks() {
    Instant later = NOON.plusSeconds(60);
    history = history.edited(acknowledged(ONE_SECOND_BEFORE), STAND_UP.due(Reckoning.at(later)));
    ledger.add(LedgerRow.ended(JOB, NOON, State.SUPERSEDED, ONE_SECOND_BEFORE));
    posted(later, "Stand-up");
    assertThat(check().clean().count(Ending.TAKEN_BACK)).isOne();

    ledger.removeFirst();
    posted(NOON, "Stand-up");
    assertFinds(Finding.Unwanted.class);
  }

  @Test
  void whatIsInBothSchedulesIsDueWhateverTheEditWasDoing() {
    history = history.edited(around(NOON), STAND_UP.due(Reckoning.at(NOON, NOON.plusSeconds(60))));
    posted(NOON.plusSeconds(60), "Stand-up");
    assertFinds(Finding.Missing.class);
  }

  @Test
  void nothingIsPostedAfterAPause() {
    history = history.silenced(acknowledged(ONE_SECOND_BEFORE));
    assertThat(check().findings()).isEmpty();
    posted(NOON, "Stand-up");
    assertThat(check().has(Finding.Unwanted.class)).isTrue();
  }

  @Test
  void atAPauseRightAtItEitherIsRight() {
    history = history.silenced(around(NOON));
    assertThat(check().findings()).isEmpty();
    posted(NOON, "Stand-up");
    assertThat(check().findings()).isEmpty();
  }

  @Test
  void whatIsPausedAndResumedBeforeItIsDue() {
    history =
        history
            .silenced(acknowledged(NOON.minusSeconds(3)))
            .resumed(acknowledged(ONE_SECOND_BEFORE));
    assertFinds(Finding.Missing.class);
    ledger.add(LedgerRow.ended(JOB, NOON, State.CANCELLED, NOON.minusSeconds(3)));
    assertFinds(Finding.Unexplained.class);
    ledger.clear();
    posted(NOON, "Stand-up");
    assertThat(check().findings()).isEmpty();
  }

  @Test
  void atAResumptionRightAtItEitherIsRight() {
    history = history.silenced(acknowledged(NOON.minusSeconds(3))).resumed(around(NOON));
    assertThat(check().findings()).isEmpty();
    posted(NOON, "Stand-up");
    assertThat(check().findings()).isEmpty();
  }

  @Test
  void aDeletedJobIsSilentAndTheOneThatIsCreatedInItsPlaceIsNot() {
    history = history.silenced(acknowledged(ONE_SECOND_BEFORE));
    UUID heir = UUID.randomUUID();
    JobHistory again = JobHistory.created(heir, acknowledged(ONE_SECOND_BEFORE), STAND_UP);
    List<JobHistory> both = List.of(history, again);
    Report report =
        Checker.check(
            Evidence.between(NOON.minusSeconds(300), NOON.plusSeconds(300), both, ledger, posts));
    assertThat(report.findings()).singleElement().isEqualTo(new Finding.Missing(heir, NOON));
  }

  @Test
  void whatFellDueLongBeforeAPauseIsNotExcusedByIt() {
    history = history.silenced(Moment.at(NOON.plusSeconds(120)));
    assertFinds(Finding.Missing.class);
  }

  // --- what was missed

  @Test
  void aRunOfMissedInstantsIsOneRowAndCountsSo() {
    everyMinute(Missed.DEFAULT);
    outageOfTenMinutes(10);
    Report report = check(NOON, NOON.plusSeconds(600)).clean();
    assertThat(report.count(Ending.SKIPPED)).isEqualTo(9);
    assertThat(report.count(Ending.POSTED)).isOne();
  }

  @Test
  void findsARunThatCountsWrongly() {
    everyMinute(Missed.DEFAULT);
    outageOfTenMinutes(9);
    assertThat(check(NOON, NOON.plusSeconds(600)).findings())
        .singleElement()
        .isInstanceOf(Finding.Miscounted.class);
  }

  @Test
  void whatShouldHaveBeenPostedLateIsNotRightlySkipped() {
    everyMinute(new Missed(Missed.Rule.EACH, Duration.ofHours(1)));
    outageOfTenMinutes(10);
    assertThat(check(NOON, NOON.plusSeconds(600)).findings())
        .hasSize(9)
        .allMatch(Finding.Unexplained.class::isInstance);
  }

  @Test
  void whatIsNotLateIsNotSkipped() {
    history = JobHistory.created(JOB, Moment.at(NOON.minusSeconds(600)), skipping());
    ledger.add(LedgerRow.ended(JOB, NOON, State.MISSED, NOON.plusSeconds(30)));
    assertFinds(Finding.Unexplained.class);
    ledger.clear();
    ledger.add(LedgerRow.ended(JOB, NOON, State.MISSED, NOON.plusSeconds(61)));
    assertThat(check().findings()).isEmpty();
  }

  @Test
  void aLatePostSaysWhatWasMeantAndThatItIsLate() {
    posted(NOON, "Stand-up\n\n_Late: this was due on Sun 22 Nov 2026, 13:00 (Europe/Berlin)._");
    assertThat(check().findings()).isEmpty();
  }

  // --- silence

  @Test
  void whatIsSkippedOrQuietIsNotDueAndWhatComesAfterIs() {
    Instant next = NOON.plusSeconds(60);
    Content twice = STAND_UP.due(Reckoning.at(NOON, next));
    for (JobHistory quiet :
        List.of(
            created(twice).skipping(acknowledged(ONE_SECOND_BEFORE), NOON),
            created(twice).quietUntil(acknowledged(ONE_SECOND_BEFORE), NOON.plusMillis(1)))) {
      history = quiet;
      ledger.clear();
      posts.clear();
      assertThat(check().findings()).containsExactly(new Finding.Missing(JOB, next));
      posted(next, "Stand-up");
      assertThat(check().findings()).isEmpty();
      posted(NOON, "Stand-up");
      assertFinds(Finding.Unwanted.class);
    }
  }

  // --- runs beside the schedule

  @Test
  void whatWasAskedForIsPostedOnceAndTheScheduleGoesOnBesideIt() {
    posted(NOON, "Stand-up");
    LedgerRow run = manual(NOON.plusSeconds(7));
    assertThat(Checker.check(evidence().besides(asked(run), List.of(run))).findings()).isEmpty();
    assertThat(Checker.check(evidence().besides(List.of(), List.of(run))).findings())
        .containsExactly(new Finding.Unasked(JOB, run.plannedAt()));
    post(run.plannedAt(), "Stand-up", run.plannedAt().plusSeconds(1));
    assertThat(Checker.check(evidence().besides(asked(run), List.of(run))).findings())
        .singleElement()
        .isInstanceOf(Finding.Doubled.class);
  }

  @Test
  void aRunBesideTheScheduleStandsForNoneOfIt() {
    LedgerRow run = manual(NOON.minusSeconds(7));
    assertThat(Checker.check(evidence().besides(asked(run), List.of(run))).findings())
        .containsExactly(new Finding.Missing(JOB, NOON));
  }

  @Test
  void findsARunThatWasAskedForAndOfWhichNothingCame() {
    posted(NOON, "Stand-up");
    Asked asked = new Asked(JOB, NOON.plusSeconds(7), false);
    Evidence evidence = evidence().besides(List.of(asked), List.of()).told(news(toldOfNoon()));
    assertThat(Checker.check(evidence).findings())
        .containsExactly(new Finding.Missing(JOB, asked.plannedAt()));
    News refused =
        new News(
            UUID.randomUUID(),
            JOB,
            asked.plannedAt(),
            true,
            new News.Word.Undeliverable(false, null));
    evidence = evidence.told(news(toldOfNoon(), refused));
    assertThat(Checker.check(evidence).findings()).isEmpty();
  }

  // --- what was told

  @Test
  void anEndThatIsToldOnceIsRight() {
    posted(NOON, "Stand-up");
    assertThat(Checker.check(evidence().told(news(toldOfNoon()))).findings()).isEmpty();
  }

  @Test
  void findsAnEndThatWasNotTold() {
    posted(NOON, "Stand-up");
    assertThat(Checker.check(evidence().told(news())).findings())
        .containsExactly(new Finding.Untold(JOB, NOON, State.SENT));
  }

  @Test
  void findsAnEndThatWasToldTwice() {
    posted(NOON, "Stand-up");
    assertThat(Checker.check(evidence().told(news(toldOfNoon(), toldOfNoon()))).findings())
        .containsExactly(new Finding.ToldTwice(JOB, NOON, 2));
  }

  @Test
  void findsAnEndThatWasToldAsAnother() {
    posted(NOON, "Stand-up");
    News wrong = new News(UUID.randomUUID(), JOB, NOON, false, new News.Word.Posted("another"));
    assertThat(Checker.check(evidence().told(news(wrong))).findings())
        .singleElement()
        .isInstanceOf(Finding.ToldWrongly.class);
    News givenUp =
        new News(UUID.randomUUID(), JOB, NOON, false, new News.Word.Undeliverable(false, null));
    assertThat(Checker.check(evidence().told(news(givenUp))).findings())
        .singleElement()
        .isInstanceOf(Finding.ToldWrongly.class);
  }

  @Test
  void aRunOfMissedInstantsIsToldByItsCount() {
    everyMinute(Missed.DEFAULT);
    outageOfTenMinutes(10);
    Instant last = NOON.plusSeconds(540);
    News late = new News(UUID.randomUUID(), JOB, last, false, new News.Word.Posted("post-0"));
    assertThat(toldOfTheOutage(late, missed(9)).findings()).isEmpty();
    assertThat(toldOfTheOutage(late).has(Finding.Untold.class)).isTrue();
    assertThat(toldOfTheOutage(late, missed(9), missed(9)).has(Finding.ToldTwice.class)).isTrue();
    assertThat(toldOfTheOutage(late, missed(8)).has(Finding.ToldWrongly.class)).isTrue();
  }

  private Report toldOfTheOutage(News... told) {
    return Checker.check(
        Evidence.between(NOON, NOON.plusSeconds(600), List.of(history), ledger, posts)
            .told(news(told)));
  }

  private static News missed(int count) {
    News.Word word = new News.Word.Missed(NOON, count);
    return new News(UUID.randomUUID(), JOB, NOON.plusSeconds(480), false, word);
  }

  private static News toldOfNoon() {
    return new News(UUID.randomUUID(), JOB, NOON, false, new News.Word.Posted("post-0"));
  }

  private static List<News> news(News... told) {
    return List.of(told);
  }

  /** A run that became a post. */
  private LedgerRow manual(Instant at) {
    return LedgerRow.sent(JOB, at, at, post(at, "Stand-up", at));
  }

  private static List<Asked> asked(LedgerRow run) {
    return List.of(new Asked(JOB, run.plannedAt(), false));
  }

  private static JobHistory created(Content content) {
    return JobHistory.created(JOB, Moment.at(NOON.minusSeconds(600)), content);
  }

  private static Content skipping() {
    return new Content(
        "Stand-up",
        "release",
        Reckoning.at(NOON),
        new Missed(Missed.Rule.SKIP, Duration.ofHours(1)));
  }

  private void everyMinute(Missed missed) {
    history =
        JobHistory.created(
            JOB,
            Moment.at(NOON.minusSeconds(600)),
            new Content("Stand-up", "release", EVERY_MINUTE, missed));
  }

  /** Ten instants from noon on, the last of which is posted late, by the rule {@code latest}. */
  private void outageOfTenMinutes(int due) {
    Instant end = NOON.plusSeconds(599);
    ledger.add(LedgerRow.run(JOB, NOON, NOON.plusSeconds(480), due - 1, end));
    Instant last = NOON.plusSeconds(540);
    ledger.add(LedgerRow.sent(JOB, last, end, post(last, "Stand-up\n\n_Late: this was due", end)));
  }

  private void posted(Instant plannedAt, String text) {
    ledger.add(LedgerRow.sent(JOB, plannedAt, plannedAt, post(plannedAt, text, plannedAt)));
  }

  private String post(Instant plannedAt, String text, Instant at) {
    String id = "post-" + posts.size();
    posts.add(new FoundPost(id, JOB, plannedAt, "release", at, text));
    return id;
  }

  private static Moment acknowledged(Instant instant) {
    return new Moment(instant.minusMillis(200), instant);
  }

  private static Moment around(Instant instant) {
    return new Moment(instant.minusMillis(100), instant.plusMillis(100));
  }

  private void assertFinds(Class<? extends Finding> kind) {
    assertThat(check().findings()).singleElement().isInstanceOf(kind);
  }

  private Report check() {
    return Checker.check(evidence());
  }

  private Report check(Instant from, Instant until) {
    return Checker.check(Evidence.between(from, until, List.of(history), ledger, posts));
  }

  private Evidence evidence() {
    return Evidence.between(
        NOON.minusSeconds(300), NOON.plusSeconds(300), List.of(history), ledger, posts);
  }
}
