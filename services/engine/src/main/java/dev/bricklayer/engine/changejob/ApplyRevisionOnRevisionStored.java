package dev.bricklayer.engine.changejob;

import dev.bricklayer.contracts.SagaId;
import dev.bricklayer.contracts.changejob.RevisionStored;
import dev.bricklayer.engine.channel.ChannelClient;
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

  private final Revisions revisions;
  private final ChannelClient channels;

  ApplyRevisionOnRevisionStored(Revisions revisions, ChannelClient channels) {
    this.revisions = revisions;
    this.channels = channels;
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
    SagaId saga = new SagaId(message.requiredSaga().id());
    CheckRevision call =
        revisions.decide(
            event,
            saga,
            out,
            (known, ground) -> ChangeJobInEngine.onRevisionStored(known, event, ground));
    return call == null ? null : new Intent<>(new RevisionCheck(saga, call), event.deadline());
  }

  @Override
  public Attempt<ChannelVerdict> call(RevisionCheck check) {
    return channels.mayItSpeak(check.call().question());
  }

  /** The ground is looked at anew: time has passed, and the job may have been deleted. */
  @Override
  public void conclude(RevisionCheck check, ChannelVerdict verdict, Outgoing out) {
    CheckRevision call = check.call();
    revisions.decide(
        call.revision(),
        check.saga(),
        out,
        (known, ground) -> ChangeJobInEngine.onVerdict(known, call, verdict, ground));
  }
}
