package dev.bricklayer.engine.planning;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Removes what deleted jobs had to leave while one of their occurrences was being sent. */
@Component
class ForgetDeletedJobs {

  private static final Logger log = LoggerFactory.getLogger(ForgetDeletedJobs.class);

  private final JobPlanRepository repository;

  ForgetDeletedJobs(JobPlanRepository repository) {
    this.repository = repository;
  }

  /** Every copy does it; it is harmless twice. */
  @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT10M")
  void forget() {
    try {
      int gone = repository.forgetDeleted();
      if (gone > 0) {
        log.info("{} deleted jobs are settled and gone", gone);
      }
    } catch (DataAccessException e) {
      log.warn("Deleted jobs could not be removed; the next try is in ten minutes", e);
    }
  }
}
