package dev.bricklayer.bff.changejob;

import dev.bricklayer.contracts.changejob.RevisionDropped;
import dev.bricklayer.messaging.Observer;
import dev.bricklayer.messaging.Received;
import org.springframework.stereotype.Component;

/** In every copy, so that a waiter hears of it wherever it waits. */
@Component
class HearRevisionDropped implements Observer<RevisionDropped> {

  private final EndOfChangeJob end;

  HearRevisionDropped(EndOfChangeJob end) {
    this.end = end;
  }

  @Override
  public Class<RevisionDropped> listensTo() {
    return RevisionDropped.class;
  }

  @Override
  public void observe(Received<RevisionDropped> message) {
    end.dropped(message);
  }
}
