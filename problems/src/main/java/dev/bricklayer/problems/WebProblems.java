package dev.bricklayer.problems;

import static dev.bricklayer.problems.Problem.WORDS;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.util.DisconnectedClientHelper;

/** What Spring MVC's own exceptions mean to the caller. */
final class WebProblems implements ProblemTranslator {

  @Override
  public Optional<Problem> translate(Throwable thrown) {
    return switch (thrown) {
      case Problem problem -> Optional.of(problem);
      case HttpRequestMethodNotSupportedException e -> Optional.of(methodNotAllowed(e));
      case HttpMediaTypeNotAcceptableException e -> Optional.of(notAcceptable(e));
      case MethodArgumentTypeMismatchException e -> Optional.of(mismatch(e));
      case MissingServletRequestParameterException e ->
          Optional.of(
              Problem.input(
                  Fault.inParameter(
                      e.getParameterName(), "required", WORDS.text("parameter-required"))));
      case MissingRequestHeaderException e ->
          Optional.of(
              Problem.input(
                  Fault.inHeader(e.getHeaderName(), "required", WORDS.text("header-required"))));
      case HttpMessageNotReadableException _ -> Optional.of(HttpStatuses.problem(400));
      case ErrorResponse response -> Optional.of(bySpring(response));
      // Nobody hears it; but it is no error of ours.
      case IOException e when DisconnectedClientHelper.isClientDisconnectedException(e) ->
          Optional.of(Problem.malformed(WORDS.text("cut-off")));
      default -> Optional.empty();
    };
  }

  private static Problem methodNotAllowed(HttpRequestMethodNotSupportedException e) {
    String[] methods = e.getSupportedMethods() == null ? new String[0] : e.getSupportedMethods();
    String allowed = Arrays.stream(methods).sorted().collect(Collectors.joining(", "));
    return Problem.of(405, "method-not-allowed", WORDS.text("method-not-allowed", allowed))
        .withHeader("Allow", allowed);
  }

  private static Problem notAcceptable(HttpMediaTypeNotAcceptableException e) {
    String possible =
        e.getSupportedMediaTypes().isEmpty()
            ? MediaType.APPLICATION_JSON_VALUE
            : MediaType.toString(e.getSupportedMediaTypes());
    return Problem.of(406, "not-acceptable", WORDS.text("not-acceptable", possible));
  }

  /** An id in the path that is none names nothing. */
  private static Problem mismatch(MethodArgumentTypeMismatchException e) {
    return e.getParameter().hasParameterAnnotation(PathVariable.class)
        ? Problem.notFound()
        : Problem.input(Fault.inParameter(e.getName(), "invalid", WORDS.text("parameter-invalid")));
  }

  private static Problem bySpring(ErrorResponse response) {
    Problem problem = HttpStatuses.problem(response.getStatusCode().value());
    for (Map.Entry<String, String> header : response.getHeaders().toSingleValueMap().entrySet()) {
      problem = problem.withHeader(header.getKey(), header.getValue());
    }
    return problem;
  }
}
