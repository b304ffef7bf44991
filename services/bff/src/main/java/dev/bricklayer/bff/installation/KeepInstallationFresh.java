package dev.bricklayer.bff.installation;

import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Tells memory what changed elsewhere: in the database by another copy's provisioning, at the
 * server by an upgrade. At a fixed rate, because each run then has a thread of its own and waits
 * for Mattermost without holding up other schedules.
 */
@Component
class KeepInstallationFresh {

  private static final Logger log = LoggerFactory.getLogger(KeepInstallationFresh.class);

  private final Installation installation;
  private final ReentrantLock reloading = new ReentrantLock();
  private final ReentrantLock asking = new ReentrantLock();

  KeepInstallationFresh(Installation installation) {
    this.installation = installation;
  }

  @Scheduled(
      initialDelayString = "${bricklayer.installation.reload-every:5s}",
      fixedRateString = "${bricklayer.installation.reload-every:5s}")
  void reload() {
    alone(reloading, installation::reload);
  }

  /** At once when the service starts, so that nobody who types a command waits for it. */
  @Scheduled(fixedRateString = "${bricklayer.installation.ask-every:5m}")
  void askServer() {
    alone(asking, installation::askServer);
  }

  @Scheduled(
      initialDelayString = "${bricklayer.installation.reload-every:5s}",
      fixedRateString = "${bricklayer.installation.reload-every:5s}")
  void askServerUntilItHasAnswered() {
    if (installation.isIncomplete()) {
      alone(asking, installation::askServer);
    }
  }

  private static void alone(ReentrantLock lock, Runnable step) {
    if (!lock.tryLock()) {
      return;
    }
    try {
      step.run();
    } catch (DataAccessException e) {
      log.warn("What is known of Mattermost could not be renewed; soon again: {}", e.toString());
    } finally {
      lock.unlock();
    }
  }
}
