package dev.bricklayer.bff.changecredentials;

import dev.bricklayer.bff.bots.Bots;
import dev.bricklayer.bff.operation.Beginning;
import dev.bricklayer.bff.operation.NewOperation;
import dev.bricklayer.bff.operation.Operation;
import dev.bricklayer.bff.operation.Operations;
import dev.bricklayer.contracts.Credentials;
import dev.bricklayer.contracts.changecredentials.ChangeCredentials;
import dev.bricklayer.problems.IfMatch;
import dev.bricklayer.problems.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Begins change-credentials: the operation's row and the command, in one transaction. */
@Component
class ChangeCredentialsHandler {

  private final Operations operations;
  private final Bots bots;

  ChangeCredentialsHandler(Operations operations, Bots bots) {
    this.operations = operations;
    this.bots = bots;
  }

  @Transactional
  public Beginning begin(NewOperation wish, Credentials fresh, IfMatch seen) {
    Beginning beginning = operations.begin(wish);
    switch (beginning) {
      case Beginning.Begun(var operation) -> {
        bots.requireSeen(operation.bot(), operation.person(), seen);
        operations.carryOut(operation, ChangeCredentialsInBff.start(command(operation, fresh)));
      }
      case Beginning.Repeated _, Beginning.KeyOfAnother _ -> {}
    }
    return beginning;
  }

  private ChangeCredentials command(Operation operation, Credentials fresh) {
    return bots.ownerOf(operation.bot(), operation.person())
        .map(owner -> new ChangeCredentials(operation.bot(), owner, fresh, operation.deadline()))
        .orElseThrow(Problem::notFound);
  }
}
