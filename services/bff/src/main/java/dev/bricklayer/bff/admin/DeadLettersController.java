package dev.bricklayer.bff.admin;

import dev.bricklayer.bff.paging.Page;
import dev.bricklayer.bff.paging.PageRequest;
import dev.bricklayer.bff.security.Caller;
import dev.bricklayer.contracts.letter.LetterRetried;
import dev.bricklayer.problems.Problem;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Messages that one of the services could not handle. */
@RestController
class DeadLettersController {

  private static final Logger log = LoggerFactory.getLogger(DeadLettersController.class);

  private final LetterDesk desk;

  DeadLettersController(LetterDesk desk) {
    this.desk = desk;
  }

  /** What came of a retry; the error when it failed again. */
  record Retried(UUID id, String outcome, @Nullable String error) {

    static Retried of(LetterRetried answer) {
      String outcome = answer.error() == null ? "HANDLED" : "FAILED_AGAIN";
      return new Retried(answer.letterId(), outcome, answer.error());
    }
  }

  /** The latest; they are few, or something is so wrong that the latest say it. */
  @GetMapping("/api/v1/admin/dead-letters")
  Page<LetterView> all(PageRequest page) {
    return new Page<>(desk.latest(page.limit()), null);
  }

  /** Its service answers with what came of it, or, where that is away, does it when it is back. */
  @PostMapping("/api/v1/admin/dead-letters/{id}/retry")
  ResponseEntity<Retried> retry(Caller caller, @PathVariable UUID id) {
    LetterView letter = desk.find(id).orElseThrow(Problem::notFound);
    log.info("Administrator {} has dead letter {} handled again", caller.id(), id);
    return desk.retry(letter)
        .map(answer -> ResponseEntity.ok(Retried.of(answer)))
        .orElseGet(
            () -> ResponseEntity.status(HttpStatus.ACCEPTED).body(new Retried(id, "ASKED", null)));
  }

  /** It goes; nobody handles its message. */
  @DeleteMapping("/api/v1/admin/dead-letters/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void discard(Caller caller, @PathVariable UUID id) {
    LetterView letter = desk.find(id).orElseThrow(Problem::notFound);
    log.info("Administrator {} gives up dead letter {} of {}", caller.id(), id, letter.service());
    desk.discard(letter);
  }
}
