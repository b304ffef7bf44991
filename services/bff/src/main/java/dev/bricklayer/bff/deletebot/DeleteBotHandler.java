package dev.bricklayer.bff.deletebot;

import dev.bricklayer.bff.bots.Bots;
import dev.bricklayer.bff.operation.Beginning;
import dev.bricklayer.bff.operation.NewOperation;
import dev.bricklayer.bff.operation.Operation;
import dev.bricklayer.bff.operation.Operations;
import dev.bricklayer.contracts.deletebot.DeleteBot;
import dev.bricklayer.problems.IfMatch;
import dev.bricklayer.problems.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Begins delete-bot: the operation's row and the command, in one transaction. */
@Component
class DeleteBotHandler {

  private final Operations operations;
  private final Bots bots;

  DeleteBotHandler(Operations operations, Bots bots) {
    this.operations = operations;
    this.bots = bots;
  }

  /** The key comes first: a repetition is answered though the bot may be gone by now. */
  @Transactional
  public Beginning begin(NewOperation wish, IfMatch seen) {
    Beginning beginning = operations.begin(wish);
    switch (beginning) {
      case Beginning.Begun(var operation) -> {
        bots.requireSeen(operation.bot(), operation.person(), seen);
        operations.carryOut(operation, DeleteBotInBff.start(command(operation)));
      }
      case Beginning.Repeated _, Beginning.KeyOfAnother _ -> {}
    }
    return beginning;
  }

  private DeleteBot command(Operation operation) {
    return bots.ownerOf(operation.bot(), operation.person())
        .map(owner -> new DeleteBot(operation.bot(), owner))
        .orElseThrow(Problem::notFound);
  }
}
