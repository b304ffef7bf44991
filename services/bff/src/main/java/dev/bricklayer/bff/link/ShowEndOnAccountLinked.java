package dev.bricklayer.bff.link;

import dev.bricklayer.contracts.link.AccountLinked;
import dev.bricklayer.messaging.Outgoing;
import dev.bricklayer.messaging.Reaction;
import dev.bricklayer.messaging.Received;
import org.springframework.stereotype.Component;

@Component
class ShowEndOnAccountLinked implements Reaction<AccountLinked> {

  private final LinkAnswers answers;

  ShowEndOnAccountLinked(LinkAnswers answers) {
    this.answers = answers;
  }

  @Override
  public Class<AccountLinked> reactsTo() {
    return AccountLinked.class;
  }

  @Override
  public void react(Received<AccountLinked> message, Outgoing out) {
    AccountLinked event = message.body();
    answers.tell(event.linkId(), new LinkStep.Linked(event.accountName()));
  }
}
