package dev.bricklayer.problems;

import static dev.bricklayer.problems.Problem.WORDS;

import java.time.Duration;

/** Problems for those statuses that say all there is to say. */
final class HttpStatuses {

  private static final Duration SOON = Duration.ofSeconds(5);

  private HttpStatuses() {}

  static Problem problem(int status) {
    return switch (status) {
      case 401 -> Problem.unauthenticated(WORDS.text("unauthenticated"));
      case 403 -> Problem.forbidden();
      case 404 -> Problem.notFound();
      case 405 -> Problem.of(405, "method-not-allowed", WORDS.text("title.405"));
      case 406 -> Problem.of(406, "not-acceptable", WORDS.text("title.406"));
      case 413 -> Problem.of(413, "too-large", WORDS.text("title.413"));
      case 415 -> Problem.of(415, "unsupported-media-type", WORDS.text("wrong-content-type"));
      case 503 -> Problem.busy(SOON);
      default ->
          status < 500 || status == 501
              ? Problem.of(status, "malformed", WORDS.text("malformed"))
              : Problem.of(status, "internal", WORDS.text("title.500"));
    };
  }
}
