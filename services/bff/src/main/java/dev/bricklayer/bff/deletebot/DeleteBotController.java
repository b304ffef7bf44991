package dev.bricklayer.bff.deletebot;

import dev.bricklayer.bff.operation.Operation;
import dev.bricklayer.bff.operation.OperationAnswers;
import dev.bricklayer.bff.operation.Patience;
import dev.bricklayer.bff.operation.RequestKey;
import dev.bricklayer.bff.security.Caller;
import dev.bricklayer.contracts.BotId;
import dev.bricklayer.problems.IfMatch;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Deletes a bot with all its jobs. */
@RestController
class DeleteBotController {

  private final BotDeletion deletion;
  private final OperationAnswers answers;

  DeleteBotController(BotDeletion deletion, OperationAnswers answers) {
    this.deletion = deletion;
    this.answers = answers;
  }

  @DeleteMapping("/api/v1/bots/{botId}")
  ResponseEntity<?> delete(
      Caller caller,
      @PathVariable UUID botId,
      @RequestHeader(name = RequestKey.HEADER, required = false) @Nullable String key,
      @RequestHeader(name = IfMatch.HEADER, required = false) @Nullable String seen) {
    caller.requireStanding();
    BotId bot = new BotId(botId);
    IfMatch condition = IfMatch.of(seen);
    Operation operation =
        deletion.delete(caller.id(), bot, condition, key(key, bot).orElse(null), Patience.CALL);
    return answers.deleted(operation, caller);
  }

  private static Optional<RequestKey> key(@Nullable String header, BotId bot) {
    return RequestKey.of(header, () -> ("delete " + bot).getBytes(StandardCharsets.UTF_8));
  }
}
