package dev.bricklayer.bff.createbot;

import dev.bricklayer.bff.operation.Deadline;
import dev.bricklayer.bff.operation.Operation;
import dev.bricklayer.bff.operation.Progress;
import dev.bricklayer.contracts.createbot.CreateBotSaga;
import dev.bricklayer.contracts.saga.Decision;
import dev.bricklayer.contracts.saga.NoCall;
import org.springframework.stereotype.Component;

@Component
class DeadlineOfCreateBot implements Deadline {

  @Override
  public String saga() {
    return CreateBotSaga.NAME;
  }

  @Override
  public Decision<Progress, NoCall> onDeadline(Operation operation) {
    return CreateBotInBff.onDeadline(operation.progress(), operation.bot());
  }
}
