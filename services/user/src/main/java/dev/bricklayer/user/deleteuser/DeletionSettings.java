package dev.bricklayer.user.deleteuser;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How accounts are deleted.
 *
 * @param askAgain after how long without an end the others are asked again
 * @param sweepEvery how often each copy looks for what is due
 * @param codeLifetime how long an heir's code is good
 * @param codeTries how often an heir's code may be tried before it is spent
 */
@ConfigurationProperties("bricklayer.user.deletion")
record DeletionSettings(
    @DefaultValue("30s") Duration askAgain,
    @DefaultValue("5s") Duration sweepEvery,
    @DefaultValue("24h") Duration codeLifetime,
    @DefaultValue("5") int codeTries) {

  DeletionSettings {
    if (!askAgain.isPositive()
        || !sweepEvery.isPositive()
        || !codeLifetime.isPositive()
        || codeTries < 1) {
      throw new IllegalArgumentException(
          "bricklayer.user.deletion needs durations > 0 and code-tries ≥ 1");
    }
  }
}
