package dev.bricklayer.bff.changecredentials;

import dev.bricklayer.bff.bots.Bots;
import dev.bricklayer.bff.operation.Beginning;
import dev.bricklayer.bff.operation.NewOperation;
import dev.bricklayer.bff.operation.Operation;
import dev.bricklayer.bff.operation.Operations;
import dev.bricklayer.contracts.Credentials;
import dev.bricklayer.contracts.changecredentials.ChangeCredentials;
import dev.bricklayer.problems.Problem;
import dev.bricklayer.sealing.TokenSealer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Begins change-credentials: the operation's row and the command, in one transaction. */
@Component
class ChangeCredentialsHandler {

  private final Operations operations;
  private final Bots bots;
  private final TokenSealer sealer;

  ChangeCredentialsHandler(Operations operations, Bots bots, TokenSealer sealer) {
    this.operations = operations;
    this.bots = bots;
    this.sealer = sealer;
  }

  @Transactional
  public Beginning begin(NewOperation wish, String token) {
    Beginning beginning = operations.begin(wish);
    switch (beginning) {
      case Beginning.Begun(var operation) ->
          operations.carryOut(operation, ChangeCredentialsInBff.start(command(operation, token)));
      case Beginning.Repeated _, Beginning.KeyOfAnother _ -> {}
    }
    return beginning;
  }

  private ChangeCredentials command(Operation operation, String token) {
    return bots.ownerOf(operation.bot(), operation.person())
        .map(
            owner ->
                new ChangeCredentials(
                    operation.bot(),
                    owner,
                    new Credentials.OwnToken(sealer.seal(token, operation.bot())),
                    operation.deadline()))
        .orElseThrow(Problem::notFound);
  }
}
