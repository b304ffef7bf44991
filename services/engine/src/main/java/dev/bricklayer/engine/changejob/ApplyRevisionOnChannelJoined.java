package dev.bricklayer.engine.changejob;

import dev.bricklayer.chassis.SagaIds;
import dev.bricklayer.contracts.changejob.ChannelJoined;
import dev.bricklayer.engine.channel.ChannelVerdict;
import dev.bricklayer.messaging.Attempt;
import dev.bricklayer.messaging.CallingReaction;
import dev.bricklayer.messaging.Intent;
import dev.bricklayer.messaging.Outgoing;
import dev.bricklayer.messaging.Received;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Looks at the channel with the bot let in, then takes the pivot: the job fires so, or stays as it
 * was.
 */
@Component
class ApplyRevisionOnChannelJoined
    implements CallingReaction<ChannelJoined, RevisionCheck, ChannelVerdict> {

  private final RevisionChecks checks;

  ApplyRevisionOnChannelJoined(RevisionChecks checks) {
    this.checks = checks;
  }

  @Override
  public Class<ChannelJoined> reactsTo() {
    return ChannelJoined.class;
  }

  @Override
  public Class<RevisionCheck> callType() {
    return RevisionCheck.class;
  }

  @Override
  public @Nullable Intent<RevisionCheck> intend(Received<ChannelJoined> message, Outgoing out) {
    ChannelJoined event = message.body();
    return checks.intend(
        event.revision(),
        SagaIds.of(message),
        out,
        (known, ground) -> ChangeJobInEngine.onChannelJoined(known, event, ground));
  }

  @Override
  public Attempt<ChannelVerdict> call(RevisionCheck check) {
    return checks.look(check);
  }

  @Override
  public void conclude(RevisionCheck check, ChannelVerdict verdict, Outgoing out) {
    checks.conclude(check, verdict, out);
  }
}
