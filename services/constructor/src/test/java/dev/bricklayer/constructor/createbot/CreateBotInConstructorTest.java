package dev.bricklayer.constructor.createbot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bricklayer.constructor.createbot.Reservation.Active;
import dev.bricklayer.constructor.createbot.Reservation.Gone;
import dev.bricklayer.constructor.createbot.Reservation.Reserved;
import dev.bricklayer.constructor.createbot.Reservation.Unknown;
import dev.bricklayer.constructor.createbot.Reservation.Verifying;
import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.RefusalCode;
import dev.bricklayer.contracts.saga.Decision;
import dev.bricklayer.contracts.state.BotState.Status;
import dev.bricklayer.testkit.createbot.CreateBotExample;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Constructor's decisions in create-bot, as one table: known + heard → known next, said, called.
 */
class CreateBotInConstructorTest {

  private static final CreateBotExample BOT = CreateBotExample.fresh();
  private static final Refusal DEADLINE = Refusal.of(RefusalCode.DEADLINE, "");

  private static final Reservation UNKNOWN = new Unknown();
  private static final Reservation VERIFYING = new Verifying(BOT.bot(), BOT.owner(), BOT.name());
  private static final Reservation RESERVED =
      new Reserved(BOT.bot(), BOT.owner(), BOT.name(), BOT.account());
  private static final Reservation ACTIVE =
      new Active(BOT.bot(), BOT.owner(), BOT.name(), BOT.account());
  private static final Reservation GONE = gone(DEADLINE);

  private static final VerifyToken VERIFY =
      new VerifyToken(BOT.bot(), BOT.credentials(), BOT.job(), BOT.deadline());

  static Stream<Row> table() {
    Refusal nameTaken = Refusal.of(RefusalCode.NAME_TAKEN, "/name");
    Refusal quota = Refusal.of(RefusalCode.QUOTA_REACHED, "");
    Refusal forbidden = Refusal.of(RefusalCode.FORBIDDEN, "");
    Refusal invalid = Refusal.of(RefusalCode.TOKEN_INVALID, "/credentials/token");
    Refusal person = Refusal.of(RefusalCode.TOKEN_NOT_A_BOT, "/credentials/token");
    Refusal unopenable = Refusal.of(RefusalCode.CREDENTIALS_UNAVAILABLE, "/credentials");
    TokenVerdict ofBot = new TokenVerdict.OfBot(BOT.account());
    return Stream.of(
        row(UNKNOWN, create(Vacancy.FREE)).becomes(VERIFYING).calls(VERIFY),
        row(UNKNOWN, create(Vacancy.NAME_TAKEN)).becomes(gone(nameTaken)).says(refused(nameTaken)),
        row(UNKNOWN, create(Vacancy.QUOTA_REACHED)).becomes(gone(quota)).says(refused(quota)),
        row(UNKNOWN, create(Vacancy.OWNER_BARRED))
            .becomes(gone(forbidden))
            .says(refused(forbidden)),
        row(VERIFYING, create(Vacancy.FREE)),
        row(RESERVED, create(Vacancy.FREE)),
        row(ACTIVE, create(Vacancy.FREE)),
        row(GONE, create(Vacancy.FREE)),
        //
        row(VERIFYING, verdict(ofBot))
            .becomes(RESERVED)
            .says(BOT.botReserved(), BOT.botState(Status.PENDING, 1)),
        row(VERIFYING, verdict(new TokenVerdict.Invalid()))
            .becomes(gone(invalid))
            .says(refused(invalid)),
        row(VERIFYING, verdict(new TokenVerdict.OfPerson()))
            .becomes(gone(person))
            .says(refused(person)),
        row(VERIFYING, verdict(new TokenVerdict.Unopenable()))
            .becomes(gone(unopenable))
            .says(refused(unopenable)),
        row(UNKNOWN, verdict(ofBot)),
        row(RESERVED, verdict(ofBot)),
        row(ACTIVE, verdict(ofBot)),
        row(GONE, verdict(ofBot)),
        //
        row(RESERVED, jobActivated())
            .becomes(ACTIVE)
            .says(BOT.botActivated(), BOT.botState(Status.ACTIVE, 2)),
        row(UNKNOWN, jobActivated()),
        row(VERIFYING, jobActivated()),
        row(ACTIVE, jobActivated()),
        row(GONE, jobActivated()),
        //
        row(UNKNOWN, jobDiscarded()).becomes(GONE).says(BOT.nameReleased(DEADLINE)),
        row(VERIFYING, jobDiscarded()).becomes(GONE).says(BOT.nameReleased(DEADLINE)),
        row(RESERVED, jobDiscarded())
            .becomes(GONE)
            .says(BOT.nameReleased(DEADLINE), BOT.botState(Status.DELETED, 2)),
        row(ACTIVE, jobDiscarded()),
        row(GONE, jobDiscarded()));
  }

  @ParameterizedTest
  @MethodSource("table")
  void decidesByWhatItKnows(Row row) {
    assertThat(row.heard().decision().apply(row.known()))
        .isEqualTo(new Decision<>(row.next(), row.said(), row.called()));
  }

  private static Reservation gone(Refusal why) {
    return new Gone(BOT.bot(), why);
  }

  private static Message refused(Refusal why) {
    return BOT.botRefused(why);
  }

  private static Heard create(Vacancy vacancy) {
    return new Heard(
        "CreateBot, " + vacancy,
        known -> CreateBotInConstructor.onCreateBot(known, BOT.createBot(), vacancy));
  }

  private static Heard verdict(TokenVerdict verdict) {
    return new Heard(
        "verdict " + verdict.getClass().getSimpleName(),
        known -> CreateBotInConstructor.onVerdict(known, VERIFY, verdict));
  }

  private static Heard jobActivated() {
    return new Heard(
        "JobActivated", known -> CreateBotInConstructor.onJobActivated(known, BOT.jobActivated()));
  }

  private static Heard jobDiscarded() {
    return new Heard(
        "JobDiscarded",
        known -> CreateBotInConstructor.onJobDiscarded(known, BOT.jobDiscarded(DEADLINE)));
  }

  /** A row that says nothing of what comes: everything stays. */
  private static Row row(Reservation known, Heard heard) {
    return new Row(known, heard, known, List.of(), null);
  }

  record Heard(String what, Function<Reservation, Decision<Reservation, VerifyToken>> decision) {}

  record Row(
      Reservation known,
      Heard heard,
      Reservation next,
      List<Message> said,
      @Nullable VerifyToken called) {

    Row becomes(Reservation other) {
      return new Row(known, heard, other, said, called);
    }

    Row says(Message... messages) {
      return new Row(known, heard, next, List.of(messages), called);
    }

    Row calls(VerifyToken call) {
      return new Row(known, heard, next, said, call);
    }

    @Override
    public String toString() {
      return "%s + %s → %s"
          .formatted(
              known.getClass().getSimpleName(), heard.what(), next.getClass().getSimpleName());
    }
  }
}
