package dev.bricklayer.bff.operation;

import dev.bricklayer.bff.bots.BotView;
import dev.bricklayer.bff.bots.Bots;
import dev.bricklayer.bff.bots.JobView;
import dev.bricklayer.bff.bots.Shown;
import dev.bricklayer.bff.operation.Progress.Done;
import dev.bricklayer.bff.operation.Progress.NeedsHelp;
import dev.bricklayer.bff.operation.Progress.Undone;
import dev.bricklayer.bff.operation.Progress.Working;
import dev.bricklayer.bff.security.Caller;
import dev.bricklayer.contracts.JobId;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.RefusalCode;
import dev.bricklayer.problems.Problem;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Says how an operation stands: as itself, or as the call that began it. */
@Component
public class OperationAnswers {

  private static final String SOON = "1";

  private final Bots bots;

  OperationAnswers(Bots bots) {
    this.bots = bots;
  }

  /**
   * The answer to a call that makes something: 201 with the bot or job and where it is, or 202 with
   * the operation.
   *
   * @throws Problem why it was refused
   */
  public ResponseEntity<?> created(Operation operation, Caller caller) {
    return answer(
        operation,
        caller,
        () -> tagged(ResponseEntity.created(addressOf(operation)), shownOrGone(operation, caller)));
  }

  /**
   * The answer to a call that changes something: 200 with the bot or job as it is now, or 202 with
   * the operation.
   *
   * @throws Problem why it was refused
   */
  public ResponseEntity<?> changed(Operation operation, Caller caller) {
    return answer(
        operation, caller, () -> tagged(ResponseEntity.ok(), shownOrGone(operation, caller)));
  }

  /**
   * The answer to a call that deletes something: 204, or 202 with the operation.
   *
   * @throws Problem why it was refused
   */
  public ResponseEntity<?> deleted(Operation operation, Caller caller) {
    return answer(operation, caller, () -> ResponseEntity.noContent().build());
  }

  private ResponseEntity<?> answer(
      Operation operation, Caller caller, Supplier<ResponseEntity<?>> done) {
    return switch (operation.progress()) {
      case Done _ -> done.get();
      case Undone(var refusal) -> throw Refusals.problem(refusal);
      case Working _, NeedsHelp _ -> accepted(view(operation, caller.locale()));
    };
  }

  private static ResponseEntity<?> tagged(ResponseEntity.BodyBuilder answer, Shown shown) {
    return switch (shown) {
      case JobView job -> answer.eTag(job.eTag()).body(job);
      case BotView bot -> answer.body(bot);
    };
  }

  private static URI addressOf(Operation operation) {
    String bot = "/api/v1/bots/" + operation.bot();
    return URI.create(operation.job() == null ? bot : bot + "/jobs/" + operation.job());
  }

  private static ResponseEntity<?> accepted(OperationView operation) {
    return ResponseEntity.accepted()
        .location(URI.create("/api/v1/operations/" + operation.id()))
        .header(HttpHeaders.RETRY_AFTER, SOON)
        .body(operation);
  }

  /** The operation itself. */
  public OperationView view(Operation operation, Locale locale) {
    Progress progress = operation.progress();
    return new OperationView(
        operation.id(),
        operation.saga(),
        OperationRepository.status(progress),
        operation.startedAt(),
        operation.deadline(),
        progress.equals(new Working(true)) ? true : null,
        problem(progress).map(problem -> problem.body(locale)).orElse(null),
        progress.equals(new Done()) ? shown(operation, locale).orElse(null) : null);
  }

  private static Optional<Problem> problem(Progress progress) {
    return switch (progress) {
      case Undone(var refusal) -> Optional.of(Refusals.problem(refusal));
      case Working _, Done _, NeedsHelp _ -> Optional.empty();
    };
  }

  /** What was made or changed may be deleted again by the time somebody asks. */
  private Shown shownOrGone(Operation operation, Caller caller) {
    return shown(operation, caller.locale())
        .orElseThrow(
            () ->
                Refusals.problem(
                    Refusal.of(
                        operation.job() == null ? RefusalCode.BOT_DELETED : RefusalCode.JOB_DELETED,
                        "")));
  }

  private Optional<? extends Shown> shown(Operation operation, Locale locale) {
    JobId job = operation.job();
    if (operation.aboutBot() == null) {
      return Optional.empty();
    }
    return job == null
        ? bots.find(operation.bot(), operation.person(), locale)
        : bots.findJob(operation.bot(), job, operation.person(), locale);
  }
}
