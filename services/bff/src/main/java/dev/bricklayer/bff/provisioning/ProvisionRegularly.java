package dev.bricklayer.bff.provisioning;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Provisions when the bff starts, and then now and then: teams come, and what is ours gets lost.
 * The bff is ready when that is done, so that nobody types a command that is not there yet, but it
 * waits for no Mattermost that is away.
 */
@Component
class ProvisionRegularly implements ApplicationRunner {

  private static final Logger log = LoggerFactory.getLogger(ProvisionRegularly.class);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Provisioner provisioner;

  ProvisionRegularly(Provisioner provisioner) {
    this.provisioner = provisioner;
  }

  @Override
  public void run(ApplicationArguments arguments) throws InterruptedException {
    Thread first = Thread.ofVirtual().name("provision").start(this::provision);
    if (!first.join(PATIENCE)) {
      log.warn("Mattermost is not provisioned yet; it goes on meanwhile");
    }
  }

  /** At a fixed rate, because each run then has a thread of its own and holds up no schedule. */
  @Scheduled(
      initialDelayString = "${bricklayer.provisioning.every:1h}",
      fixedRateString = "${bricklayer.provisioning.every:1h}")
  void provision() {
    try {
      if (provisioner.isPossible() && !provisioner.isOff()) {
        provisioner.provision(false).forEach(ProvisionRegularly::tell);
      }
    } catch (DataAccessException e) {
      log.warn("Mattermost was not provisioned, the next try comes: {}", e.toString());
    }
  }

  private static void tell(Finding finding) {
    switch (finding.grade()) {
      case GOOD -> log.debug("Provisioning: {}", finding.words());
      case CHANGED -> log.info("Provisioning: {}", finding.words());
      case ODD, WRONG -> log.warn("Provisioning: {}", finding.words());
    }
  }
}
