package dev.bricklayer.bff.admin;

import dev.bricklayer.bff.operation.LateOperations;
import dev.bricklayer.bff.operation.OperationAnswers;
import dev.bricklayer.bff.operation.OperationView;
import dev.bricklayer.bff.operation.Stuck;
import dev.bricklayer.bff.paging.Page;
import dev.bricklayer.bff.paging.PageRequest;
import dev.bricklayer.bff.security.Caller;
import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.contracts.SagaId;
import dev.bricklayer.problems.Fault;
import dev.bricklayer.problems.Problem;
import dev.bricklayer.problems.Wording;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Operations that ended neither way for long. */
@RestController
class OperationsAdminController {

  private static final Logger log = LoggerFactory.getLogger(OperationsAdminController.class);
  private static final Wording WORDS = Wording.beside(OperationsAdminController.class);
  private static final String NEEDS_HELP = "NEEDS_HELP";

  private final LateOperations late;
  private final OperationAnswers answers;

  OperationsAdminController(LateOperations late, OperationAnswers answers) {
    this.late = late;
    this.answers = answers;
  }

  /**
   * An operation as an administrator sees it.
   *
   * @param step where it hangs, as far as the initiator can know
   * @param cause why it hangs there
   */
  record Listed(
      SagaId id,
      String saga,
      String status,
      PersonId person,
      @Nullable BotId bot,
      Instant startedAt,
      Instant deadline,
      Instant askedSince,
      String step,
      String cause) {}

  @GetMapping("/api/v1/admin/operations")
  Page<Listed> needingHelp(Caller caller, PageRequest page, @RequestParam String status) {
    if (!status.equals(NEEDS_HELP)) {
      throw Problem.input(Fault.inParameter("status", "invalid", WORDS.text("status")));
    }
    return page.of(
        late.needingHelp(page.after(), page.oneMore()).stream()
            .map(stuck -> listed(stuck, caller))
            .toList(),
        listed -> listed.id().value());
  }

  /** Asks about it again; it needs help until it ends. */
  @PostMapping("/api/v1/admin/operations/{id}/retry")
  OperationView retry(Caller caller, @PathVariable UUID id) {
    log.info("Administrator {} has operation {} asked about again", caller.id(), id);
    return late.askNow(new SagaId(id))
        .map(operation -> answers.view(operation, caller.locale()))
        .orElseThrow(Problem::notFound);
  }

  private static Listed listed(Stuck stuck, Caller caller) {
    var operation = stuck.operation();
    return new Listed(
        operation.id(),
        operation.saga(),
        NEEDS_HELP,
        operation.person(),
        operation.aboutBot(),
        operation.startedAt(),
        operation.deadline(),
        stuck.askedSince(),
        WORDS.text("step").in(caller.locale()),
        WORDS.text("cause", stuck.askedSince()).in(caller.locale()));
  }
}
