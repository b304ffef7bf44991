package dev.bricklayer.problems;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An answer that is not a success (RFC 9457). Controllers throw it; it is what the caller hears, so
 * it carries no stack trace and is not logged.
 */
public final class Problem extends RuntimeException {

  static final Wording WORDS = Wording.beside(Problem.class);

  private final int status;
  private final String code;
  private final Text detail;
  private final List<Fault> errors;
  private final Map<String, String> headers;

  private Problem(
      int status, String code, Text detail, List<Fault> errors, Map<String, String> headers) {
    super(null, null, false, false);
    this.status = status;
    this.code = code;
    this.detail = detail;
    this.errors = List.copyOf(errors);
    this.headers = Map.copyOf(headers);
  }

  /**
   * Any problem.
   *
   * @param status the HTTP status
   * @param code stable, for programs
   * @param detail what happened here and what to do
   */
  public static Problem of(int status, String code, Text detail) {
    return new Problem(status, code, detail, List.of(), Map.of());
  }

  /**
   * A problem of something that the request says.
   *
   * @param status the HTTP status
   * @param faults at least one. Their code is the problem's when they all share it, else the
   *     problem's is {@code invalid}
   */
  public static Problem of(int status, List<Fault> faults) {
    List<String> codes = faults.stream().map(Fault::code).distinct().toList();
    Text detail =
        faults.size() == 1
            ? faults.getFirst().detail()
            : WORDS.text("several-faults", faults.size());
    return new Problem(
        status, codes.size() == 1 ? codes.getFirst() : "invalid", detail, faults, Map.of());
  }

  /** 422: what the request says cannot be taken. */
  public static Problem input(List<Fault> faults) {
    return of(422, faults);
  }

  /** 422: what the request says cannot be taken. */
  public static Problem input(Fault... faults) {
    return of(422, List.of(faults));
  }

  /** 409: it clashes with what is there, because of one field. */
  public static Problem conflict(Fault fault) {
    return of(409, List.of(fault));
  }

  /** 400 {@code malformed}: the request cannot be read at all. */
  public static Problem malformed(Text detail) {
    return of(400, "malformed", detail);
  }

  /** 401 {@code unauthenticated}: who asks is not known. */
  public static Problem unauthenticated(Text detail) {
    return of(401, "unauthenticated", detail).withHeader("WWW-Authenticate", "Bearer");
  }

  /** 403 {@code forbidden}: who asks is known and may not. */
  public static Problem forbidden() {
    return of(403, "forbidden", WORDS.text("forbidden"));
  }

  /** 404 {@code not-found}: it is not there, or is somebody else's. */
  public static Problem notFound() {
    return of(404, "not-found", WORDS.text("not-found"));
  }

  /** 429 {@code too-many-requests}, with {@code Retry-After}. */
  public static Problem tooManyRequests(Duration retryAfter) {
    long seconds = seconds(retryAfter);
    return of(429, "too-many-requests", WORDS.text("too-many-requests", seconds))
        .withRetryAfter(retryAfter);
  }

  /** 503 {@code busy}, with {@code Retry-After}: later the same request may succeed. */
  public static Problem busy(Duration retryAfter) {
    return of(503, "busy", WORDS.text("busy", seconds(retryAfter))).withRetryAfter(retryAfter);
  }

  /** The same with a header more. */
  public Problem withHeader(String name, String value) {
    Map<String, String> more = new TreeMap<>(headers);
    more.put(name, value);
    return new Problem(status, code, detail, errors, more);
  }

  /** The same with {@code Retry-After}, in whole seconds, at least one, rounded up. */
  public Problem withRetryAfter(Duration wait) {
    return withHeader("Retry-After", Long.toString(seconds(wait)));
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** What programs tell problems apart by. */
  public String code() {
    return code;
  }

  /** What happened and what to do. */
  public Text detail() {
    return detail;
  }

  /** Each thing that is wrong with the request; empty when the problem is not one of input. */
  public List<Fault> errors() {
    return errors;
  }

  /** Headers that belong to the answer. */
  public Map<String, String> headers() {
    return headers;
  }

  /** The JSON that is sent, in that language. */
  public ProblemBody body(Locale locale) {
    return ProblemBody.of(this, null, locale);
  }

  ProblemBody body(@Nullable String instance, Locale locale) {
    return ProblemBody.of(this, instance, locale);
  }

  @Override
  public String getMessage() {
    String faults =
        errors.stream()
            .map(fault -> fault.place() + " " + fault.code())
            .collect(Collectors.joining(", "));
    return status + " " + code + (faults.isEmpty() ? "" : " [" + faults + "]");
  }

  private static long seconds(Duration wait) {
    return Math.max(1, wait.plusNanos(999_999_999).toSeconds());
  }
}
