package dev.bricklayer.bff.createbot;

import dev.bricklayer.bff.operation.Operation;
import dev.bricklayer.bff.operation.OperationAnswers;
import dev.bricklayer.bff.operation.Patience;
import dev.bricklayer.bff.operation.RequestKey;
import dev.bricklayer.bff.security.Caller;
import dev.bricklayer.problems.JsonBody;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Creates a bot together with its first job, and mostly can say how it ended. */
@RestController
class CreateBotController {

  private final CreateBotReader reader;
  private final BotCreation creation;
  private final OperationAnswers answers;
  private final JsonMapper json;

  CreateBotController(
      CreateBotReader reader, BotCreation creation, OperationAnswers answers, JsonMapper json) {
    this.reader = reader;
    this.creation = creation;
    this.answers = answers;
    this.json = json;
  }

  @PostMapping("/api/v1/bots")
  ResponseEntity<?> create(
      Caller caller,
      JsonBody body,
      @RequestHeader(name = RequestKey.HEADER, required = false) @Nullable String key) {
    caller.requireStanding();
    CreateBotRequest request = reader.read(body, caller);
    Operation operation =
        creation.create(caller.id(), request, key(key, request).orElse(null), Patience.CALL);
    return answers.created(operation, caller);
  }

  private Optional<RequestKey> key(@Nullable String header, CreateBotRequest request) {
    return RequestKey.of(
        header,
        () ->
            json.writeValueAsBytes(
                new Asked(request.name(), request.credentials(), request.asSent())));
  }

  /** All that was asked for; only its hash is kept. */
  private record Asked(String name, AskedCredentials credentials, Object job) {}
}
