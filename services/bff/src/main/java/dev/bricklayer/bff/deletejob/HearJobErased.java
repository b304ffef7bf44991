package dev.bricklayer.bff.deletejob;

import dev.bricklayer.contracts.deletejob.JobErased;
import dev.bricklayer.messaging.Observer;
import dev.bricklayer.messaging.Received;
import org.springframework.stereotype.Component;

/** In every copy, so that a waiter hears of it wherever it waits. */
@Component
class HearJobErased implements Observer<JobErased> {

  private final EndOfDeleteJob end;

  HearJobErased(EndOfDeleteJob end) {
    this.end = end;
  }

  @Override
  public Class<JobErased> listensTo() {
    return JobErased.class;
  }

  @Override
  public void observe(Received<JobErased> message) {
    end.erased(message);
  }
}
