package dev.bricklayer.storage.createbot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.RefusalCode;
import dev.bricklayer.contracts.saga.Decision;
import dev.bricklayer.contracts.saga.NoCall;
import dev.bricklayer.contracts.state.JobState.Status;
import dev.bricklayer.storage.createbot.StoredJob.Current;
import dev.bricklayer.storage.createbot.StoredJob.Gone;
import dev.bricklayer.storage.createbot.StoredJob.Noted;
import dev.bricklayer.storage.createbot.StoredJob.Pending;
import dev.bricklayer.storage.createbot.StoredJob.Unknown;
import dev.bricklayer.testkit.createbot.CreateBotExample;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Storage's decisions in create-bot, as one table: known + heard → known next, said. */
class CreateBotInStorageTest {

  private static final CreateBotExample BOT = CreateBotExample.fresh();
  private static final Refusal WHY = Refusal.of(RefusalCode.CHANNEL_UNKNOWN, "/job/channel");

  private static final StoredJob UNKNOWN = new Unknown();
  private static final StoredJob PENDING = new Pending(BOT.bot(), BOT.credentials(), BOT.job());
  private static final StoredJob CURRENT = new Current(BOT.bot(), BOT.job());
  private static final StoredJob GONE = new Gone(BOT.bot(), WHY);

  private static final CreateBotExample MANAGED = CreateBotExample.fresh().managed();
  private static final StoredJob NOTED = new Noted(MANAGED.bot(), MANAGED.job());
  private static final StoredJob HOUSED =
      new Pending(MANAGED.bot(), MANAGED.credentials(), MANAGED.job());

  static Stream<Row> table() {
    return Stream.of(
        row(UNKNOWN, botReserved())
            .becomes(PENDING)
            .says(BOT.jobStored(), BOT.jobState(Status.PENDING, 1)),
        row(PENDING, botReserved()),
        row(CURRENT, botReserved()),
        row(GONE, botReserved()),
        //
        row(PENDING, jobPlanned())
            .becomes(CURRENT)
            .says(BOT.jobActivated(), BOT.jobState(Status.ACTIVE, 2)),
        row(UNKNOWN, jobPlanned()),
        row(CURRENT, jobPlanned()),
        row(GONE, jobPlanned()),
        //
        row(UNKNOWN, jobRefused()).becomes(GONE).says(BOT.jobDiscarded(WHY)),
        row(PENDING, jobRefused())
            .becomes(GONE)
            .says(BOT.jobDiscarded(WHY), BOT.jobState(Status.DELETED, 2)),
        row(CURRENT, jobRefused()),
        row(GONE, jobRefused()),
        //
        row(UNKNOWN, managedBotReserved())
            .becomes(NOTED)
            .says(MANAGED.jobNoted(), MANAGED.jobState(Status.PENDING, 1)),
        row(NOTED, managedBotReserved()),
        row(GONE, managedBotReserved()),
        //
        row(NOTED, accountMade()).becomes(HOUSED).says(MANAGED.credentialsStored()),
        row(UNKNOWN, accountMade()),
        row(HOUSED, accountMade()),
        row(CURRENT, accountMade()),
        row(GONE, accountMade()),
        //
        row(NOTED, managedJobRefused())
            .becomes(new Gone(MANAGED.bot(), WHY))
            .says(MANAGED.jobDiscarded(WHY), MANAGED.jobState(Status.DELETED, 2)),
        row(NOTED, jobPlanned()));
  }

  private static Heard managedBotReserved() {
    return new Heard(
        "BotReserved without an account",
        known -> CreateBotInStorage.onBotReserved(known, MANAGED.botReserved()));
  }

  private static Heard accountMade() {
    return new Heard(
        "AccountMade", known -> CreateBotInStorage.onAccountMade(known, MANAGED.accountMade()));
  }

  private static Heard managedJobRefused() {
    return new Heard(
        "JobRefused", known -> CreateBotInStorage.onJobRefused(known, MANAGED.jobRefused(WHY)));
  }

  @ParameterizedTest
  @MethodSource("table")
  void decidesByWhatItKnows(Row row) {
    assertThat(row.heard().decision().apply(row.known()))
        .isEqualTo(new Decision<>(row.next(), row.said(), null));
  }

  private static Heard botReserved() {
    return new Heard(
        "BotReserved", known -> CreateBotInStorage.onBotReserved(known, BOT.botReserved()));
  }

  private static Heard jobPlanned() {
    return new Heard(
        "JobPlanned", known -> CreateBotInStorage.onJobPlanned(known, BOT.jobPlanned()));
  }

  private static Heard jobRefused() {
    return new Heard(
        "JobRefused", known -> CreateBotInStorage.onJobRefused(known, BOT.jobRefused(WHY)));
  }

  /** A row that says nothing of what comes: everything stays. */
  private static Row row(StoredJob known, Heard heard) {
    return new Row(known, heard, known, List.of());
  }

  record Heard(String what, Function<StoredJob, Decision<StoredJob, NoCall>> decision) {}

  record Row(StoredJob known, Heard heard, StoredJob next, List<Message> said) {

    Row becomes(StoredJob other) {
      return new Row(known, heard, other, said);
    }

    Row says(Message... messages) {
      return new Row(known, heard, next, List.of(messages));
    }

    @Override
    public String toString() {
      return "%s + %s → %s"
          .formatted(
              known.getClass().getSimpleName(), heard.what(), next.getClass().getSimpleName());
    }
  }
}
