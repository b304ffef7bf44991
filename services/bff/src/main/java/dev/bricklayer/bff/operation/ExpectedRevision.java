package dev.bricklayer.bff.operation;

import dev.bricklayer.problems.Fault;
import dev.bricklayer.problems.Problem;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** {@code If-Match} with the ETag of a job, which is its revision. */
public final class ExpectedRevision {

  private static final Pattern REVISION = Pattern.compile("(?:W/)?\"([1-9][0-9]{0,17})\"");

  private ExpectedRevision() {}

  /**
   * The revision that the caller saw; empty when any is meant.
   *
   * @param header as sent; absent when it was not
   * @throws Problem when it is no ETag of ours
   */
  public static Optional<Long> of(@Nullable String header) {
    if (header == null || header.strip().equals("*")) {
      return Optional.empty();
    }
    Matcher revision = REVISION.matcher(header.strip());
    if (!revision.matches()) {
      throw Problem.of(
          400,
          List.of(
              Fault.inHeader(
                  HttpHeaders.IF_MATCH, "malformed", Refusals.WORDS.text("if-match-form"))));
    }
    return Optional.of(Long.valueOf(revision.group(1)));
  }
}
