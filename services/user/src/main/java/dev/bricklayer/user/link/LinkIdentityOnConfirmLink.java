package dev.bricklayer.user.link;

import dev.bricklayer.contracts.link.ConfirmLink;
import dev.bricklayer.messaging.Outgoing;
import dev.bricklayer.messaging.Reaction;
import dev.bricklayer.messaging.Received;
import org.springframework.stereotype.Component;

/** Links the identity that typed a code, once it has said yes to the account. */
@Component
class LinkIdentityOnConfirmLink implements Reaction<ConfirmLink> {

  private final LinkCodes codes;

  LinkIdentityOnConfirmLink(LinkCodes codes) {
    this.codes = codes;
  }

  @Override
  public Class<ConfirmLink> reactsTo() {
    return ConfirmLink.class;
  }

  @Override
  public void react(Received<ConfirmLink> message, Outgoing out) {
    codes.confirmed(message.body()).ifPresent(out::send);
  }
}
