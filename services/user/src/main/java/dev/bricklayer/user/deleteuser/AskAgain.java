package dev.bricklayer.user.deleteuser;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Runs in every copy; the rows' locks keep the copies apart. */
@Component
class AskAgain {

  private static final Logger log = LoggerFactory.getLogger(AskAgain.class);

  private final Deletions deletions;
  private final HandoverCodes codes;

  AskAgain(Deletions deletions, HandoverCodes codes) {
    this.deletions = deletions;
    this.codes = codes;
  }

  @Scheduled(fixedDelayString = "${bricklayer.user.deletion.sweep-every:5s}")
  void sweep() {
    try {
      boolean more = true;
      while (more) {
        more = deletions.askAboutSome();
      }
      codes.forgetEnded();
    } catch (DataAccessException | TransactionException e) {
      log.warn("Deletions could not be looked at; the next sweep does it: {}", e.toString());
    }
  }
}
