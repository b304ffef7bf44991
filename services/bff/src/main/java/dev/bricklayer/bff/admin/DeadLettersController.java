package dev.bricklayer.bff.admin;

import dev.bricklayer.bff.paging.Page;
import dev.bricklayer.bff.paging.PageRequest;
import dev.bricklayer.bff.security.Caller;
import dev.bricklayer.messaging.DeadLetter;
import dev.bricklayer.messaging.DeadLetters;
import dev.bricklayer.problems.Problem;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Messages that the bff could not handle. */
@RestController
class DeadLettersController {

  private static final Logger log = LoggerFactory.getLogger(DeadLettersController.class);

  private final DeadLetters letters;

  DeadLettersController(DeadLetters letters) {
    this.letters = letters;
  }

  /** What came of a retry; the error when it failed again. */
  record Retried(UUID id, String outcome, @Nullable String error) {}

  /** The latest; they are few, or something is so wrong that the latest say it. */
  @GetMapping("/api/v1/admin/dead-letters")
  Page<DeadLetter> all(PageRequest page) {
    return new Page<>(letters.list(page.limit()), null);
  }

  @PostMapping("/api/v1/admin/dead-letters/{id}/retry")
  Retried retry(Caller caller, @PathVariable UUID id) {
    log.info("Administrator {} has dead letter {} handled again", caller.id(), id);
    return switch (letters.retry(id)) {
      case DeadLetters.Retry.Handled _ -> new Retried(id, "HANDLED", null);
      case DeadLetters.Retry.FailedAgain(var error) -> new Retried(id, "FAILED_AGAIN", error);
      case DeadLetters.Retry.Unknown _ -> throw Problem.notFound();
    };
  }
}
