package dev.bricklayer.bff.journal;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Every copy does it; it is harmless twice. */
@Component
class ForgetOldRuns {

  private static final Logger log = LoggerFactory.getLogger(ForgetOldRuns.class);

  private final JournalRepository journal;
  private final AskedRunRepository asked;

  ForgetOldRuns(JournalRepository journal, AskedRunRepository asked) {
    this.journal = journal;
    this.asked = asked;
  }

  @Scheduled(initialDelayString = "PT4M", fixedDelayString = "PT1H")
  void forget() {
    try {
      journal.forgetOld();
      asked.forgetOld();
    } catch (DataAccessException e) {
      log.warn("Old runs could not be removed; the next try is in an hour: {}", e.toString());
    }
  }
}
