package dev.bricklayer.bff.operation;

import dev.bricklayer.bff.bots.BotView;
import dev.bricklayer.bff.bots.Bots;
import dev.bricklayer.bff.operation.Progress.Done;
import dev.bricklayer.bff.operation.Progress.NeedsHelp;
import dev.bricklayer.bff.operation.Progress.Undone;
import dev.bricklayer.bff.operation.Progress.Working;
import dev.bricklayer.bff.security.Caller;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.RefusalCode;
import dev.bricklayer.problems.Problem;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
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
   * The answer to the call that creates a bot: 201 with the bot, 202 with the operation.
   *
   * @throws Problem why it was refused
   */
  public ResponseEntity<?> created(Operation operation, Caller caller) {
    return switch (operation.progress()) {
      case Done _ ->
          bot(operation, caller.locale())
              .map(OperationAnswers::created)
              .orElseThrow(() -> Refusals.problem(Refusal.of(RefusalCode.BOT_DELETED, "")));
      case Undone(var refusal) -> throw Refusals.problem(refusal);
      case Working _, NeedsHelp _ -> accepted(view(operation, caller.locale()));
    };
  }

  private static ResponseEntity<?> created(BotView bot) {
    return ResponseEntity.created(URI.create("/api/v1/bots/" + bot.id())).body(bot);
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
        progress.equals(new Done()) ? bot(operation, locale).orElse(null) : null);
  }

  private static Optional<Problem> problem(Progress progress) {
    return switch (progress) {
      case Undone(var refusal) -> Optional.of(Refusals.problem(refusal));
      case Working _, Done _, NeedsHelp _ -> Optional.empty();
    };
  }

  private Optional<BotView> bot(Operation operation, Locale locale) {
    return bots.find(operation.bot(), operation.person(), locale);
  }
}
