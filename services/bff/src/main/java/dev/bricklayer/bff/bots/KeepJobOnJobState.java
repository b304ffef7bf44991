package dev.bricklayer.bff.bots;

import dev.bricklayer.contracts.state.JobState;
import dev.bricklayer.messaging.Outgoing;
import dev.bricklayer.messaging.Reaction;
import dev.bricklayer.messaging.Received;
import org.springframework.stereotype.Component;

@Component
class KeepJobOnJobState implements Reaction<JobState> {

  private final BotRepository bots;

  KeepJobOnJobState(BotRepository bots) {
    this.bots = bots;
  }

  @Override
  public Class<JobState> reactsTo() {
    return JobState.class;
  }

  @Override
  public void react(Received<JobState> message, Outgoing out) {
    bots.keep(message.body());
  }
}
