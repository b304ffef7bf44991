package dev.bricklayer.problems;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A problem as it is sent ({@code application/problem+json}).
 *
 * @param type names the kind of problem; a tag URI (RFC 4151), not an address
 * @param title the kind in words
 * @param status the HTTP status, once more
 * @param detail what happened here and what to do
 * @param instance names this one occurrence, where it stands in a log
 * @param code the kind, short
 * @param errors each fault of the request; absent when the problem is not one of input
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProblemBody(
    String type,
    String title,
    int status,
    String detail,
    @Nullable String instance,
    String code,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Item> errors) {

  private static final String TYPE_PREFIX = "tag:bricklayer.dev,2026:problem:";

  /**
   * One fault; exactly one of the first three says where.
   *
   * @param pointer a JSON pointer into the body
   * @param parameter the name of a query parameter
   * @param header the name of a header
   * @param code the kind of fault
   * @param detail what to do about it
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Item(
      @Nullable String pointer,
      @Nullable String parameter,
      @Nullable String header,
      String code,
      String detail) {}

  static ProblemBody of(Problem problem, @Nullable String instance, Locale locale) {
    return new ProblemBody(
        TYPE_PREFIX + problem.code(),
        title(problem.status()).in(locale),
        problem.status(),
        problem.detail().in(locale),
        instance,
        problem.code(),
        problem.errors().stream().map(fault -> item(fault, locale)).toList());
  }

  private static Text title(int status) {
    int kind =
        switch (status) {
          case 401, 403, 404, 405, 406, 409, 413, 415, 422, 429, 503 -> status;
          // What HttpStatuses calls malformed or internal.
          default -> status < 500 || status == 501 ? 400 : 500;
        };
    return Problem.WORDS.text("title." + kind);
  }

  private static Item item(Fault fault, Locale locale) {
    String detail = fault.detail().in(locale);
    return switch (fault.place()) {
      case Place.Pointer(String value) -> new Item(value, null, null, fault.code(), detail);
      case Place.Parameter(String name) -> new Item(null, name, null, fault.code(), detail);
      case Place.Header(String name) -> new Item(null, null, name, fault.code(), detail);
    };
  }
}
