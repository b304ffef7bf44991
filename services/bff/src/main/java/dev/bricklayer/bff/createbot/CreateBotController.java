package dev.bricklayer.bff.createbot;

import dev.bricklayer.bff.operation.Beginning;
import dev.bricklayer.bff.operation.NewOperation;
import dev.bricklayer.bff.operation.Operation;
import dev.bricklayer.bff.operation.OperationAnswers;
import dev.bricklayer.bff.operation.Operations;
import dev.bricklayer.bff.operation.Refusals;
import dev.bricklayer.bff.operation.RequestKey;
import dev.bricklayer.bff.operation.Waiters;
import dev.bricklayer.bff.security.Caller;
import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.SagaId;
import dev.bricklayer.contracts.createbot.CreateBotSaga;
import dev.bricklayer.problems.JsonBody;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.util.IdGenerator;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Creates a bot together with its first job, and mostly can say how it ended. */
@RestController
class CreateBotController {

  private final CreateBotReader reader;
  private final CreateBotHandler handler;
  private final Operations operations;
  private final Waiters waiters;
  private final OperationAnswers answers;
  private final IdGenerator ids;
  private final JsonMapper json;

  CreateBotController(
      CreateBotReader reader,
      CreateBotHandler handler,
      Operations operations,
      Waiters waiters,
      OperationAnswers answers,
      IdGenerator ids,
      JsonMapper json) {
    this.reader = reader;
    this.handler = handler;
    this.operations = operations;
    this.waiters = waiters;
    this.answers = answers;
    this.ids = ids;
    this.json = json;
  }

  @PostMapping("/api/v1/bots")
  ResponseEntity<?> create(
      Caller caller,
      JsonBody body,
      @RequestHeader(name = RequestKey.HEADER, required = false) @Nullable String key) {
    caller.requireStanding();
    CreateBotRequest request = reader.read(body, caller);
    return answers.created(awaitEnd(wish(caller, request, key), request), caller);
  }

  private NewOperation wish(Caller caller, CreateBotRequest request, @Nullable String key) {
    Optional<RequestKey> requestKey =
        RequestKey.of(
            key,
            () ->
                json.writeValueAsBytes(
                    new Asked(request.name(), request.token(), request.asSent())));
    return new NewOperation(
        new SagaId(ids.generateId()),
        CreateBotSaga.NAME,
        caller.id(),
        new BotId(ids.generateId()),
        requestKey.orElse(null));
  }

  /** The waiter is there before the command is: an end cannot come unheard. */
  private Operation awaitEnd(NewOperation wish, CreateBotRequest request) {
    try (Waiters.Waiter waiter = waiters.register(wish.id())) {
      return switch (handler.begin(wish, request)) {
        case Beginning.Begun(var operation) -> operations.awaitEnd(operation, waiter);
        case Beginning.Repeated(var operation) -> awaitEnd(operation);
        case Beginning.KeyOfAnother _ -> throw Refusals.keyOfAnother();
      };
    }
  }

  private Operation awaitEnd(Operation begunBefore) {
    try (Waiters.Waiter waiter = waiters.register(begunBefore.id())) {
      return operations.awaitEnd(begunBefore, waiter);
    }
  }

  /** All that was asked for; only its hash is kept. */
  private record Asked(String name, String token, Object job) {}
}
