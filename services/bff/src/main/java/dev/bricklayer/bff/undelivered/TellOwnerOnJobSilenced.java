package dev.bricklayer.bff.undelivered;

import dev.bricklayer.contracts.reminder.JobSilenced;
import dev.bricklayer.messaging.Outgoing;
import dev.bricklayer.messaging.Reaction;
import dev.bricklayer.messaging.Received;
import org.springframework.stereotype.Component;

@Component
class TellOwnerOnJobSilenced implements Reaction<JobSilenced> {

  private final TellOwners owners;

  TellOwnerOnJobSilenced(TellOwners owners) {
    this.owners = owners;
  }

  @Override
  public Class<JobSilenced> reactsTo() {
    return JobSilenced.class;
  }

  @Override
  public void react(Received<JobSilenced> message, Outgoing out) {
    owners.keep(new Word.JobStopped(message.body()));
  }
}
