package dev.bricklayer.problems;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The condition under which a change is wanted (RFC 9110, {@code If-Match}): that what is changed
 * is still what the caller has seen. Without the header there is none. One that does not hold is
 * answered by 409 as every other conflict is, not by that document's 412: programs go by a
 * problem's code.
 */
public final class IfMatch {

  /** The header's name. */
  public static final String HEADER = "If-Match";

  private static final int LONGEST = 1_000;
  private static final String TAG = "(?:W/)?\"[\\x21\\x23-\\x7e\\x80-\\xff]*\"";
  private static final Pattern ONE = Pattern.compile(TAG);
  private static final Pattern LIST =
      Pattern.compile("\\s*" + TAG + "(?:\\s*,\\s*" + TAG + ")*\\s*");

  private final Optional<Set<String>> tags;

  private IfMatch(Optional<Set<String>> tags) {
    this.tags = tags;
  }

  /**
   * Reads the header.
   *
   * @param header as sent; absent when it was not
   * @throws Problem 400 {@code malformed} when it is none
   */
  public static IfMatch of(@Nullable String header) {
    if (header == null || header.strip().equals("*")) {
      return new IfMatch(Optional.empty());
    }
    if (header.length() > LONGEST || !LIST.matcher(header).matches()) {
      throw Problem.of(
          400, List.of(Fault.inHeader(HEADER, "malformed", Problem.WORDS.text("if-match-form"))));
    }
    return new IfMatch(
        Optional.of(
            ONE.matcher(header).results().map(MatchResult::group).collect(Collectors.toSet())));
  }

  /** The {@code ETag} of something that counts its versions. */
  public static String tag(long version) {
    return "\"" + version + "\"";
  }

  /** Whether it names any version at all. */
  public boolean isConditional() {
    return tags.isPresent();
  }

  /** Whether something of this {@code ETag} may be changed; weak tags never say so. */
  public boolean admits(String tag) {
    return tags.map(it -> it.contains(tag)).orElse(true);
  }

  /**
   * Refuses to change what the caller has not seen.
   *
   * @throws Problem 409 {@code version-conflict}
   */
  public void require(String tag) {
    if (!admits(tag)) {
      throw conflict();
    }
  }

  /** 409: it was changed meanwhile. */
  public static Problem conflict() {
    return Problem.of(409, "version-conflict", Problem.WORDS.text("version-conflict"));
  }
}
