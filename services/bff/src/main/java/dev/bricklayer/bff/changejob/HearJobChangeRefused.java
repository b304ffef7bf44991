package dev.bricklayer.bff.changejob;

import dev.bricklayer.contracts.changejob.JobChangeRefused;
import dev.bricklayer.messaging.Observer;
import dev.bricklayer.messaging.Received;
import org.springframework.stereotype.Component;

/** In every copy, so that a waiter hears of it wherever it waits. */
@Component
class HearJobChangeRefused implements Observer<JobChangeRefused> {

  private final EndOfChangeJob end;

  HearJobChangeRefused(EndOfChangeJob end) {
    this.end = end;
  }

  @Override
  public Class<JobChangeRefused> listensTo() {
    return JobChangeRefused.class;
  }

  @Override
  public void observe(Received<JobChangeRefused> message) {
    end.refused(message);
  }
}
