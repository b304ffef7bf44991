package dev.bricklayer.bff.link;

import dev.bricklayer.contracts.link.LinkAsked;
import dev.bricklayer.messaging.Outgoing;
import dev.bricklayer.messaging.Reaction;
import dev.bricklayer.messaging.Received;
import org.springframework.stereotype.Component;

@Component
class ShowQuestionOnLinkAsked implements Reaction<LinkAsked> {

  private final LinkAnswers answers;

  ShowQuestionOnLinkAsked(LinkAnswers answers) {
    this.answers = answers;
  }

  @Override
  public Class<LinkAsked> reactsTo() {
    return LinkAsked.class;
  }

  @Override
  public void react(Received<LinkAsked> message, Outgoing out) {
    LinkAsked event = message.body();
    answers.tell(event.linkId(), new LinkStep.Asked(event.accountName(), event.until()));
  }
}
