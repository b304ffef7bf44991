package dev.bricklayer.bff.changejob;

import dev.bricklayer.contracts.changejob.JobChanged;
import dev.bricklayer.messaging.Observer;
import dev.bricklayer.messaging.Received;
import org.springframework.stereotype.Component;

/** In every copy, so that a waiter hears of it wherever it waits. */
@Component
class HearJobChanged implements Observer<JobChanged> {

  private final EndOfChangeJob end;

  HearJobChanged(EndOfChangeJob end) {
    this.end = end;
  }

  @Override
  public Class<JobChanged> listensTo() {
    return JobChanged.class;
  }

  @Override
  public void observe(Received<JobChanged> message) {
    end.changed(message);
  }
}
