package dev.bricklayer.bff.undelivered;

import dev.bricklayer.bff.bots.ReadModel;
import dev.bricklayer.contracts.reminder.MentionsChecked;
import dev.bricklayer.messaging.Outgoing;
import dev.bricklayer.messaging.Reaction;
import dev.bricklayer.messaging.Received;
import org.springframework.stereotype.Component;

/** A text that notifies nobody is shown as such, and its owner hears of it. */
@Component
class TellOwnerOnMentionsChecked implements Reaction<MentionsChecked> {

  private final ReadModel model;
  private final TellOwners owners;

  TellOwnerOnMentionsChecked(ReadModel model, TellOwners owners) {
    this.model = model;
    this.owners = owners;
  }

  @Override
  public Class<MentionsChecked> reactsTo() {
    return MentionsChecked.class;
  }

  @Override
  public void react(Received<MentionsChecked> message, Outgoing out) {
    MentionsChecked event = message.body();
    model.keep(event);
    if (event.muted()) {
      owners.keep(new Word.Muted(event));
    }
  }
}
