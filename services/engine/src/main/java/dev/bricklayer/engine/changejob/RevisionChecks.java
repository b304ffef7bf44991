package dev.bricklayer.engine.changejob;

import dev.bricklayer.contracts.SagaId;
import dev.bricklayer.contracts.changejob.RevisionStored;
import dev.bricklayer.engine.channel.ChannelClient;
import dev.bricklayer.engine.channel.ChannelVerdict;
import dev.bricklayer.messaging.Attempt;
import dev.bricklayer.messaging.Intent;
import dev.bricklayer.messaging.Outgoing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The look at the channel and the pivot after it, whichever way the saga came here. */
@Component
class RevisionChecks {

  private final Revisions revisions;
  private final ChannelClient channels;

  RevisionChecks(Revisions revisions, ChannelClient channels) {
    this.revisions = revisions;
    this.channels = channels;
  }

  /** Decides, and looks where that is what was decided. */
  @Nullable Intent<RevisionCheck> intend(
      RevisionStored revision, SagaId saga, Outgoing out, Revisions.Decide decision) {
    CheckRevision call = revisions.decide(revision, saga, out, decision);
    return call == null ? null : new Intent<>(new RevisionCheck(saga, call), revision.deadline());
  }

  Attempt<ChannelVerdict> look(RevisionCheck check) {
    return channels.mayItSpeak(check.call().question());
  }

  /** The ground is looked at anew: time has passed, and the job may have been deleted. */
  void conclude(RevisionCheck check, ChannelVerdict verdict, Outgoing out) {
    CheckRevision call = check.call();
    revisions.decide(
        call.revision(),
        check.saga(),
        out,
        (known, ground) -> ChangeJobInEngine.onVerdict(known, call, verdict, ground));
  }
}
