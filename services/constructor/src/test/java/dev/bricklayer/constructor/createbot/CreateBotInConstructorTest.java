package dev.bricklayer.constructor.createbot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bricklayer.constructor.createbot.Reservation.Active;
import dev.bricklayer.constructor.createbot.Reservation.Approved;
import dev.bricklayer.constructor.createbot.Reservation.Closing;
import dev.bricklayer.constructor.createbot.Reservation.Gone;
import dev.bricklayer.constructor.createbot.Reservation.Made;
import dev.bricklayer.constructor.createbot.Reservation.Making;
import dev.bricklayer.constructor.createbot.Reservation.Reserved;
import dev.bricklayer.constructor.createbot.Reservation.Unknown;
import dev.bricklayer.constructor.createbot.Reservation.Verifying;
import dev.bricklayer.contracts.Credentials;
import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.RefusalCode;
import dev.bricklayer.contracts.SealedToken;
import dev.bricklayer.contracts.saga.Decision;
import dev.bricklayer.contracts.state.BotState.Status;
import dev.bricklayer.testkit.createbot.CreateBotExample;
import java.util.List;
import java.util.Objects;
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

  private static final VerifyCredentials VERIFY =
      new VerifyCredentials(BOT.bot(), BOT.credentials(), BOT.job(), null, BOT.deadline());

  private static final CreateBotExample HOUSED = CreateBotExample.fresh().managed();
  private static final Reservation LOOKING =
      new Verifying(HOUSED.bot(), HOUSED.owner(), HOUSED.name());
  private static final Reservation APPROVED =
      new Approved(HOUSED.bot(), HOUSED.owner(), HOUSED.name());
  private static final Reservation MAKING = new Making(HOUSED.bot(), HOUSED.owner(), HOUSED.name());
  private static final Reservation MADE =
      new Made(HOUSED.bot(), HOUSED.owner(), HOUSED.name(), HOUSED.account());
  private static final Reservation CLOSING =
      new Closing(HOUSED.bot(), HOUSED.owner(), HOUSED.name(), null);
  private static final Reservation CLOSING_MADE =
      new Closing(HOUSED.bot(), HOUSED.owner(), HOUSED.name(), HOUSED.account());
  private static final Reservation HOUSED_ACTIVE =
      new Active(HOUSED.bot(), HOUSED.owner(), HOUSED.name(), HOUSED.account());
  private static final Reservation HOUSED_GONE = new Gone(HOUSED.bot(), DEADLINE);

  private static final VerifyCredentials LOOK =
      new VerifyCredentials(
          HOUSED.bot(),
          Credentials.Managed.toBeMade(),
          HOUSED.job(),
          HOUSED.requester(),
          HOUSED.deadline());
  private static final GetAccount GET =
      new GetAccount(
          HOUSED.bot(),
          HOUSED.name(),
          HOUSED.job().id(),
          HOUSED.job().content().channel(),
          Objects.requireNonNull(HOUSED.requester()),
          HOUSED.deadline());
  private static final GiveUpAccount GIVE_UP = new GiveUpAccount(HOUSED.bot(), DEADLINE);

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

  static Stream<Row> tableOfManagedBots() {
    Refusal linkRequired = Refusal.of(RefusalCode.LINK_REQUIRED, "/credentials/kind");
    Refusal notMember = Refusal.of(RefusalCode.REQUESTER_NOT_MEMBER, "/job/channel");
    return Stream.of(
        row(UNKNOWN, create(HOUSED)).becomes(LOOKING).calls(LOOK),
        row(UNKNOWN, create(unlinked(HOUSED)))
            .becomes(new Gone(HOUSED.bot(), linkRequired))
            .says(HOUSED.botRefused(linkRequired)),
        row(UNKNOWN, create(unlinked(SHARED)))
            .becomes(new Gone(SHARED.bot(), linkRequired))
            .says(SHARED.botRefused(linkRequired)),
        //
        row(LOOKING, looked(new CredentialsVerdict.AccountPossible()))
            .becomes(APPROVED)
            .says(HOUSED.botReserved()),
        row(LOOKING, looked(new CredentialsVerdict.AccountRefused(notMember)))
            .becomes(new Gone(HOUSED.bot(), notMember))
            .says(HOUSED.botRefused(notMember)),
        row(HOUSED_GONE, looked(new CredentialsVerdict.AccountPossible())),
        //
        row(APPROVED, jobChecked()).becomes(MAKING).calls(GET),
        row(MAKING, jobChecked()),
        row(MADE, jobChecked()),
        row(CLOSING, jobChecked()),
        row(HOUSED_ACTIVE, jobChecked()),
        row(HOUSED_GONE, jobChecked()),
        //
        row(MAKING, accountMade())
            .becomes(MADE)
            .says(HOUSED.accountMade(), HOUSED.botState(Status.PENDING, 1)),
        row(MADE, accountMade()),
        row(CLOSING, accountMade()),
        row(HOUSED_GONE, accountMade()),
        //
        row(MAKING, accountRefused(notMember)).says(HOUSED.accountRefused(notMember)),
        row(CLOSING, accountRefused(notMember)),
        row(HOUSED_GONE, accountRefused(notMember)),
        //
        row(MADE, activated(HOUSED))
            .becomes(HOUSED_ACTIVE)
            .says(HOUSED.botActivated(), HOUSED.botState(Status.ACTIVE, 2)),
        row(APPROVED, activated(HOUSED)),
        row(MAKING, activated(HOUSED)),
        row(CLOSING, activated(HOUSED)),
        //
        row(APPROVED, discarded(HOUSED)).becomes(HOUSED_GONE).says(HOUSED.nameReleased(DEADLINE)),
        row(MAKING, discarded(HOUSED)).becomes(CLOSING).calls(GIVE_UP),
        row(MADE, discarded(HOUSED)).becomes(CLOSING_MADE).calls(GIVE_UP),
        row(CLOSING, discarded(HOUSED)),
        //
        row(CLOSING, givenUp()).becomes(HOUSED_GONE).says(HOUSED.nameReleased(DEADLINE)),
        row(CLOSING_MADE, givenUp())
            .becomes(HOUSED_GONE)
            .says(HOUSED.nameReleased(DEADLINE), HOUSED.botState(Status.DELETED, 2)),
        row(HOUSED_GONE, givenUp()));
  }

  private static final CreateBotExample SHARED =
      CreateBotExample.fresh().with(_ -> new Credentials.Shared(new SealedToken("1", "c2VhbGVk")));

  /** Only an own token is the person's to mend. */
  @ParameterizedTest
  @MethodSource("refusedTokens")
  void refusesTheInstallationsOwnTokenAsUnavailable(TokenVerdict told) {
    VerifyCredentials call =
        new VerifyCredentials(
            SHARED.bot(), SHARED.credentials(), SHARED.job(), "lena", SHARED.deadline());
    Refusal unavailable = Refusal.of(RefusalCode.CREDENTIALS_UNAVAILABLE, "/credentials/kind");
    assertThat(
            CreateBotInConstructor.onVerdict(
                new Verifying(SHARED.bot(), SHARED.owner(), SHARED.name()),
                call,
                new CredentialsVerdict.Token(told)))
        .isEqualTo(
            Decision.become(new Gone(SHARED.bot(), unavailable), SHARED.botRefused(unavailable)));
  }

  static Stream<TokenVerdict> refusedTokens() {
    return Stream.of(new TokenVerdict.Invalid(), new TokenVerdict.OfPerson());
  }

  private static CreateBotExample unlinked(CreateBotExample example) {
    return example.askedForBy(null);
  }

  private static Heard create(CreateBotExample example) {
    return new Heard(
        "CreateBot",
        known -> CreateBotInConstructor.onCreateBot(known, example.createBot(), Vacancy.FREE));
  }

  private static Heard looked(CredentialsVerdict verdict) {
    return new Heard(
        verdict.getClass().getSimpleName(),
        known -> CreateBotInConstructor.onVerdict(known, LOOK, verdict));
  }

  private static Heard jobChecked() {
    return new Heard(
        "JobChecked", known -> CreateBotInConstructor.onJobChecked(known, HOUSED.jobChecked()));
  }

  private static Heard accountMade() {
    SealedToken token = Objects.requireNonNull(HOUSED.credentials().token());
    return new Heard(
        "the account is made",
        known -> CreateBotInConstructor.onAccountMade(known, GET, HOUSED.account(), token));
  }

  private static Heard accountRefused(Refusal why) {
    return new Heard(
        "the account is refused", known -> CreateBotInConstructor.onAccountRefused(known, why));
  }

  private static Heard activated(CreateBotExample example) {
    return new Heard(
        "JobActivated",
        known -> CreateBotInConstructor.onJobActivated(known, example.jobActivated()));
  }

  private static Heard discarded(CreateBotExample example) {
    return new Heard(
        "JobDiscarded",
        known -> CreateBotInConstructor.onJobDiscarded(known, example.jobDiscarded(DEADLINE)));
  }

  private static Heard givenUp() {
    return new Heard(
        "the account is given up",
        known -> CreateBotInConstructor.onAccountGivenUp(known, GIVE_UP));
  }

  @ParameterizedTest
  @MethodSource({"table", "tableOfManagedBots"})
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
        known ->
            CreateBotInConstructor.onVerdict(known, VERIFY, new CredentialsVerdict.Token(verdict)));
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

  record Heard(String what, Function<Reservation, ? extends Decision<Reservation, ?>> decision) {}

  record Row(
      Reservation known,
      Heard heard,
      Reservation next,
      List<Message> said,
      @Nullable BotCall called) {

    Row becomes(Reservation other) {
      return new Row(known, heard, other, said, called);
    }

    Row says(Message... messages) {
      return new Row(known, heard, next, List.of(messages), called);
    }

    Row calls(BotCall call) {
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
