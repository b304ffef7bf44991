package dev.bricklayer.bff.link;

import dev.bricklayer.contracts.link.LinkRefused;
import dev.bricklayer.messaging.Outgoing;
import dev.bricklayer.messaging.Reaction;
import dev.bricklayer.messaging.Received;
import org.springframework.stereotype.Component;

@Component
class ShowReasonOnLinkRefused implements Reaction<LinkRefused> {

  private final LinkAnswers answers;

  ShowReasonOnLinkRefused(LinkAnswers answers) {
    this.answers = answers;
  }

  @Override
  public Class<LinkRefused> reactsTo() {
    return LinkRefused.class;
  }

  @Override
  public void react(Received<LinkRefused> message, Outgoing out) {
    LinkRefused event = message.body();
    answers.tell(event.linkId(), new LinkStep.Refused(event.reason()));
  }
}
