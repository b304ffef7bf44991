package dev.bricklayer.bff.renamebot;

import dev.bricklayer.bff.operation.Deadline;
import dev.bricklayer.bff.operation.Operation;
import dev.bricklayer.bff.operation.Progress;
import dev.bricklayer.contracts.renamebot.RenameBotSaga;
import dev.bricklayer.contracts.saga.Decision;
import dev.bricklayer.contracts.saga.NoCall;
import org.springframework.stereotype.Component;

@Component
class DeadlineOfRenameBot implements Deadline {

  @Override
  public String saga() {
    return RenameBotSaga.NAME;
  }

  @Override
  public Decision<Progress, NoCall> onDeadline(Operation operation) {
    return RenameBotInBff.onDeadline(operation.progress(), operation.bot());
  }
}
