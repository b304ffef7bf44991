package dev.bricklayer.engine.changejob;

import dev.bricklayer.chassis.SagaIds;
import dev.bricklayer.contracts.changejob.RevisionStored;
import dev.bricklayer.engine.channel.ChannelVerdict;
import dev.bricklayer.messaging.Attempt;
import dev.bricklayer.messaging.CallingReaction;
import dev.bricklayer.messaging.Intent;
import dev.bricklayer.messaging.Outgoing;
import dev.bricklayer.messaging.Received;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks at channel and schedule, then takes the pivot: the job fires so, or stays as it was. */
@Component
class ApplyRevisionOnRevisionStored
    implements CallingReaction<RevisionStored, RevisionCheck, ChannelVerdict> {

  private final RevisionChecks checks;

  ApplyRevisionOnRevisionStored(RevisionChecks checks) {
    this.checks = checks;
  }

  @Override
  public Class<RevisionStored> reactsTo() {
    return RevisionStored.class;
  }

  @Override
  public Class<RevisionCheck> callType() {
    return RevisionCheck.class;
  }

  @Override
  public @Nullable Intent<RevisionCheck> intend(Received<RevisionStored> message, Outgoing out) {
    RevisionStored event = message.body();
    return checks.intend(
        event,
        SagaIds.of(message),
        out,
        (known, ground) -> ChangeJobInEngine.onRevisionStored(known, event, ground));
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
