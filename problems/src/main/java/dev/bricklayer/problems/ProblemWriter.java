package dev.bricklayer.problems;

import static dev.bricklayer.problems.Problem.WORDS;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers with a problem: always {@code application/problem+json}, whatever {@code Accept} says,
 * for a caller that cannot be understood must still be told so.
 */
public final class ProblemWriter {

  /**
   * The request attribute with the {@link Locale} to answer in where the caller asks for none: set
   * by whoever knows the caller.
   */
  public static final String CALLERS_LANGUAGE = ProblemWriter.class.getName() + ".language";

  private static final Logger log = LoggerFactory.getLogger(ProblemWriter.class);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Supplier<List<ProblemTranslator>> translators;
  private final Supplier<UUID> ids;

  /** The translators are asked for late: one of them needs this writer. */
  ProblemWriter(Supplier<List<ProblemTranslator>> translators, Supplier<UUID> ids) {
    this.translators = translators;
    this.ids = ids;
  }

  /** Answers with this problem, unless another answer has begun. */
  public void write(HttpServletRequest request, HttpServletResponse response, Problem problem)
      throws IOException {
    write(request, response, problem, null);
  }

  /** Answers with what an exception means to the caller. What it means to nobody is logged. */
  public void write(HttpServletRequest request, HttpServletResponse response, Throwable thrown)
      throws IOException {
    Optional<Problem> known =
        translators.get().stream().flatMap(it -> it.translate(thrown).stream()).findFirst();
    if (known.isPresent()) {
      write(request, response, known.get(), null);
    } else {
      writeInternal(request, response, thrown);
    }
  }

  private void writeInternal(
      HttpServletRequest request, HttpServletResponse response, Throwable thrown)
      throws IOException {
    String instance = "urn:uuid:" + ids.get();
    log.error("{} {} failed, {}", request.getMethod(), address(request), instance, thrown);
    write(request, response, Problem.of(500, "internal", WORDS.text("internal")), instance);
  }

  /** In the dispatch of an error the request's own address is that of the error page. */
  private static Object address(HttpServletRequest request) {
    Object before = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    return before == null ? request.getRequestURI() : before;
  }

  static void write(
      HttpServletRequest request,
      HttpServletResponse response,
      Problem problem,
      @Nullable String instance)
      throws IOException {
    if (response.isCommitted()) {
      log.warn("{} came too late: the answer had begun", problem.getMessage());
      return;
    }
    Locale locale = language(request);
    byte[] body = JSON.writeValueAsBytes(problem.body(instance, locale));
    response.resetBuffer();
    response.setStatus(problem.status());
    problem.headers().forEach(response::setHeader);
    response.setHeader(HttpHeaders.CONTENT_LANGUAGE, locale.toLanguageTag());
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
    response.flushBuffer();
  }

  private static Locale language(HttpServletRequest request) {
    String asked = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
    boolean known = request.getAttribute(CALLERS_LANGUAGE) instanceof Locale;
    return asked == null && known
        ? (Locale) request.getAttribute(CALLERS_LANGUAGE)
        : Wording.languageFor(asked);
  }
}
