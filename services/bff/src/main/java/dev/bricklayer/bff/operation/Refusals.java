package dev.bricklayer.bff.operation;

import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.RefusalCode;
import dev.bricklayer.problems.Fault;
import dev.bricklayer.problems.Problem;
import dev.bricklayer.problems.Text;
import dev.bricklayer.problems.Wording;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Business noes of sagas, as problems: code, status, field, and a sentence that says what to do.
 */
public final class Refusals {

  /** The code of {@link #keyOfAnother}. */
  public static final String KEY_OF_ANOTHER = "idempotency-key-reused";

  static final Wording WORDS = Wording.beside(Refusals.class);

  /** Where a handover names who is to get the bots. */
  private static final String HEIR = "/handTo";

  /** Which channel it is, nobody reads from its id. */
  private static final Pattern AN_ID = Pattern.compile("[a-z0-9]{26}");

  private static final int UNPROCESSABLE = 422;
  private static final int UNAVAILABLE = 503;
  private static final Duration A_WHILE = Duration.ofSeconds(30);

  /** By then those that fill the room have ended, unless somebody is away. */
  private static final Duration A_MOMENT = Duration.ofSeconds(2);

  private Refusals() {}

  /** The problem with which this refusal is answered. */
  public static Problem problem(Refusal refusal) {
    RefusalCode code = refusal.code();
    Text sentence = sentence(refusal);
    if (code.httpStatus() == UNPROCESSABLE || !refusal.pointer().isEmpty()) {
      return Problem.of(
          code.httpStatus(), List.of(Fault.at(refusal.pointer(), code.word(), sentence)));
    }
    Problem problem = Problem.of(code.httpStatus(), code.word(), sentence);
    return code.httpStatus() == UNAVAILABLE ? problem.withRetryAfter(A_WHILE) : problem;
  }

  /** The sentence alone, for whoever knows the field better. */
  public static Text words(RefusalCode code) {
    return sentence(Refusal.of(code, ""));
  }

  /** With the channel's name or the quota where the refusal knows it. */
  private static Text sentence(Refusal refusal) {
    String key = "refused." + refusal.code().word();
    if (refusal.pointer().equals(HEIR)) {
      return ofHandover(refusal, key);
    }
    String channel = refusal.details().get("channel");
    return switch (refusal.code()) {
      case CHANNEL_UNKNOWN, CHANNEL_ARCHIVED, BOT_NOT_MEMBER, REQUESTER_NOT_MEMBER ->
          channel == null || AN_ID.matcher(channel).matches()
              ? WORDS.text(key)
              : WORDS.text(key + ".named", channel);
      case QUOTA_REACHED -> {
        String jobs = refusal.details().get("jobs");
        yield jobs == null ? WORDS.text(key) : WORDS.text(key + ".jobs", jobs);
      }
      case NAME_TAKEN,
          SHORT_NAME_TAKEN,
          LOCKED,
          VERSION_CONFLICT,
          BOT_DELETED,
          JOB_DELETED,
          FORBIDDEN,
          TOKEN_INVALID,
          TOKEN_NOT_A_BOT,
          SCHEDULE_INVALID,
          SCHEDULE_IMPOSSIBLE,
          ZONE_UNKNOWN,
          LINK_REQUIRED,
          DIRECT_RESTRICTED,
          CREDENTIALS_UNAVAILABLE,
          DEADLINE ->
          WORDS.text(key);
    };
  }

  /** Somebody else's name or quota stands against it. */
  private static Text ofHandover(Refusal refusal, String key) {
    return WORDS.text(key + ".handover", refusal.details().getOrDefault("bot", ""));
  }

  /** 503 {@code busy}: so much is under way that this would only wait. */
  static Problem crowded() {
    return Problem.of(UNAVAILABLE, "busy", WORDS.text("crowded", A_MOMENT.toSeconds()))
        .withRetryAfter(A_MOMENT);
  }

  /** 422: the key was used for another request. */
  public static Problem keyOfAnother() {
    return Problem.input(
        Fault.inHeader(RequestKey.HEADER, KEY_OF_ANOTHER, WORDS.text("idempotency-key-reused")));
  }
}
