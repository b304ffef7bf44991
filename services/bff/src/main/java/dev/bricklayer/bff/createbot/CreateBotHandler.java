package dev.bricklayer.bff.createbot;

import dev.bricklayer.bff.operation.Beginning;
import dev.bricklayer.bff.operation.NewOperation;
import dev.bricklayer.bff.operation.Operation;
import dev.bricklayer.bff.operation.Operations;
import dev.bricklayer.contracts.Credentials;
import dev.bricklayer.contracts.Job;
import dev.bricklayer.contracts.JobId;
import dev.bricklayer.contracts.createbot.CreateBot;
import dev.bricklayer.sealing.TokenSealer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.IdGenerator;

/** Begins create-bot: the operation's row and the command, in one transaction. */
@Component
class CreateBotHandler {

  private static final long FIRST_REVISION = 1;

  private final Operations operations;
  private final TokenSealer sealer;
  private final IdGenerator ids;

  CreateBotHandler(Operations operations, TokenSealer sealer, IdGenerator ids) {
    this.operations = operations;
    this.sealer = sealer;
    this.ids = ids;
  }

  @Transactional
  public Beginning begin(NewOperation wish, CreateBotRequest request) {
    Beginning beginning = operations.begin(wish);
    switch (beginning) {
      case Beginning.Begun(var operation) ->
          operations.carryOut(operation, CreateBotInBff.start(command(operation, request)));
      case Beginning.Repeated _, Beginning.KeyOfAnother _ -> {}
    }
    return beginning;
  }

  private CreateBot command(Operation operation, CreateBotRequest request) {
    return new CreateBot(
        operation.bot(),
        operation.person(),
        request.name(),
        new Credentials.OwnToken(sealer.seal(request.token(), operation.bot())),
        new Job(new JobId(ids.generateId()), FIRST_REVISION, request.job()),
        operation.deadline());
  }
}
