package dev.bricklayer.bff.renamebot;

import dev.bricklayer.bff.bots.Bots;
import dev.bricklayer.bff.operation.Beginning;
import dev.bricklayer.bff.operation.NewOperation;
import dev.bricklayer.bff.operation.Operation;
import dev.bricklayer.bff.operation.Operations;
import dev.bricklayer.contracts.renamebot.RenameBot;
import dev.bricklayer.problems.IfMatch;
import dev.bricklayer.problems.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Begins rename-bot: the operation's row and the command, in one transaction. */
@Component
class RenameBotHandler {

  private final Operations operations;
  private final Bots bots;

  RenameBotHandler(Operations operations, Bots bots) {
    this.operations = operations;
    this.bots = bots;
  }

  @Transactional
  public Beginning begin(NewOperation wish, String name, IfMatch seen) {
    Beginning beginning = operations.begin(wish);
    switch (beginning) {
      case Beginning.Begun(var operation) -> {
        bots.requireSeen(operation.bot(), operation.person(), seen);
        operations.carryOut(operation, RenameBotInBff.start(command(operation, name)));
      }
      case Beginning.Repeated _, Beginning.KeyOfAnother _ -> {}
    }
    return beginning;
  }

  private RenameBot command(Operation operation, String name) {
    return bots.ownerOf(operation.bot(), operation.person())
        .map(owner -> new RenameBot(operation.bot(), owner, name))
        .orElseThrow(Problem::notFound);
  }
}
