package dev.bricklayer.bff.operation;

import dev.bricklayer.bff.security.Caller;
import dev.bricklayer.contracts.SagaId;
import dev.bricklayer.problems.Problem;
import java.time.Duration;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Says how far an operation is to the person who asked for it. */
@RestController
class OperationController {

  /** What another service began may not have been heard of here yet. */
  private static final Duration SOON = Duration.ofSeconds(1);

  private final Operations operations;
  private final OperationAnswers answers;

  OperationController(Operations operations, OperationAnswers answers) {
    this.operations = operations;
    this.answers = answers;
  }

  @GetMapping("/api/v1/operations/{id}")
  ResponseEntity<OperationView> one(Caller caller, @PathVariable UUID id) {
    Operation operation =
        operations
            .find(new SagaId(id), caller.id())
            .orElseThrow(() -> Problem.notFound().withRetryAfter(SOON));
    ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
    if (Operations.isUnderWay(operation)) {
      answer.header("Retry-After", "1");
    }
    return answer.body(answers.view(operation, caller.locale()));
  }
}
