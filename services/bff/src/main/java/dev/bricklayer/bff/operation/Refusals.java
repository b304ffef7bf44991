package dev.bricklayer.bff.operation;

import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.RefusalCode;
import dev.bricklayer.problems.Fault;
import dev.bricklayer.problems.Problem;
import dev.bricklayer.problems.Text;
import dev.bricklayer.problems.Wording;
import java.time.Duration;
import java.util.List;

/**
 * Business noes of sagas, as problems: code, status, field, and a sentence that says what to do.
 */
public final class Refusals {

  static final Wording WORDS = Wording.beside(Refusals.class);

  private static final int UNPROCESSABLE = 422;
  private static final int UNAVAILABLE = 503;
  private static final Duration A_WHILE = Duration.ofSeconds(30);

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

  private static Text sentence(Refusal refusal) {
    return WORDS.text(
        "refused." + refusal.code().word(),
        detail(refusal, "channel", "that-channel"),
        detail(refusal, "username", "the-bot"));
  }

  /** What the sentence mentions, or a word for it where the refusal does not say. */
  private static Object detail(Refusal refusal, String name, String otherwise) {
    String said = refusal.details().get(name);
    return said == null ? WORDS.text(otherwise) : said;
  }

  /** 422: the key was used for another request. */
  public static Problem keyOfAnother() {
    return Problem.input(
        Fault.inHeader(
            RequestKey.HEADER, "idempotency-key-reused", WORDS.text("idempotency-key-reused")));
  }
}
