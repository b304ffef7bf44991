package dev.bricklayer.bff.deletebot;

import dev.bricklayer.bff.operation.Deadline;
import dev.bricklayer.bff.operation.Operation;
import dev.bricklayer.bff.operation.Progress;
import dev.bricklayer.contracts.deletebot.DeleteBot;
import dev.bricklayer.contracts.deletebot.DeleteBotSaga;
import dev.bricklayer.contracts.saga.Decision;
import dev.bricklayer.contracts.saga.NoCall;
import org.springframework.stereotype.Component;

@Component
class DeadlineOfDeleteBot implements Deadline {

  @Override
  public String saga() {
    return DeleteBotSaga.NAME;
  }

  /** Constructor knows the run from the first time, so whose bot it is was looked at then. */
  @Override
  public Decision<Progress, NoCall> onDeadline(Operation operation) {
    return DeleteBotInBff.onDeadline(
        operation.progress(), new DeleteBot(operation.bot(), operation.person()));
  }
}
