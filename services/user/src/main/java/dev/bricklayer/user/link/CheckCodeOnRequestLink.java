package dev.bricklayer.user.link;

import dev.bricklayer.contracts.link.RequestLink;
import dev.bricklayer.messaging.Outgoing;
import dev.bricklayer.messaging.Reaction;
import dev.bricklayer.messaging.Received;
import org.springframework.stereotype.Component;

/** Looks whose code was typed, and asks whether that account is meant. */
@Component
class CheckCodeOnRequestLink implements Reaction<RequestLink> {

  private final LinkCodes codes;

  CheckCodeOnRequestLink(LinkCodes codes) {
    this.codes = codes;
  }

  @Override
  public Class<RequestLink> reactsTo() {
    return RequestLink.class;
  }

  @Override
  public void react(Received<RequestLink> message, Outgoing out) {
    out.send(codes.typed(message.body()));
  }
}
