package dev.bricklayer.bff.changebot;

import dev.bricklayer.bff.changecredentials.CredentialsChanging;
import dev.bricklayer.bff.operation.Operation;
import dev.bricklayer.bff.operation.OperationAnswers;
import dev.bricklayer.bff.operation.Patience;
import dev.bricklayer.bff.operation.RequestKey;
import dev.bricklayer.bff.renamebot.BotRenaming;
import dev.bricklayer.bff.security.Caller;
import dev.bricklayer.contracts.BotId;
import dev.bricklayer.problems.IfMatch;
import dev.bricklayer.problems.JsonBody;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Changes a bot: its name, or what it speaks with. */
@RestController
class ChangeBotController {

  private final ChangeBotReader reader;
  private final BotRenaming renaming;
  private final CredentialsChanging changing;
  private final OperationAnswers answers;
  private final JsonMapper json;

  ChangeBotController(
      ChangeBotReader reader,
      BotRenaming renaming,
      CredentialsChanging changing,
      OperationAnswers answers,
      JsonMapper json) {
    this.reader = reader;
    this.renaming = renaming;
    this.changing = changing;
    this.answers = answers;
    this.json = json;
  }

  @PatchMapping("/api/v1/bots/{botId}")
  ResponseEntity<?> change(
      Caller caller,
      @PathVariable UUID botId,
      JsonBody body,
      @RequestHeader(name = RequestKey.HEADER, required = false) @Nullable String header,
      @RequestHeader(name = IfMatch.HEADER, required = false) @Nullable String seen) {
    caller.requireStanding();
    BotId bot = new BotId(botId);
    IfMatch condition = IfMatch.of(seen);
    BotChange change = reader.read(body);
    RequestKey key = key(header, bot, change).orElse(null);
    Operation operation =
        switch (change) {
          case BotChange.Name(var name) ->
              renaming.rename(caller.id(), bot, name, condition, key, Patience.CALL);
          case BotChange.Token(var token) ->
              changing.change(caller.id(), bot, token, condition, key, Patience.CALL);
        };
    return answers.changed(operation, caller);
  }

  private Optional<RequestKey> key(@Nullable String header, BotId bot, BotChange change) {
    return RequestKey.of(header, () -> json.writeValueAsBytes(new Asked("change", bot, change)));
  }

  /** All that was asked for; only its hash is kept. */
  private record Asked(String call, BotId bot, BotChange change) {}
}
