package dev.bricklayer.bff.bots;

import dev.bricklayer.contracts.state.JobState;
import dev.bricklayer.messaging.Received;
import dev.bricklayer.messaging.RepeatableReaction;
import org.springframework.stereotype.Component;

@Component
class KeepJobOnJobState implements RepeatableReaction<JobState> {

  private final ReadModelRepository readModel;

  KeepJobOnJobState(ReadModelRepository readModel) {
    this.readModel = readModel;
  }

  @Override
  public Class<JobState> reactsTo() {
    return JobState.class;
  }

  @Override
  public void react(Received<JobState> message) {
    readModel.keep(message.body());
  }
}
