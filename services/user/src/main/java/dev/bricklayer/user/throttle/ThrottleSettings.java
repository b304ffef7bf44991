package dev.bricklayer.user.throttle;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The budgets. A log-in that succeeds costs nothing.
 *
 * @param account failed log-ins to one account
 * @param address failed log-ins from one address
 * @param registration registrations from one address
 * @param link wrong codes for linking, typed by one Mattermost identity
 * @param handover wrong codes for a handover, typed by one account
 */
@ConfigurationProperties("bricklayer.user.throttle")
record ThrottleSettings(
    Budget account, Budget address, Budget registration, Budget link, Budget handover) {

  /**
   * So many at once, and then one more after each interval.
   *
   * @param atOnce how many attempts are free
   * @param interval after which one more is
   */
  record Budget(int atOnce, Duration interval) {

    Budget {
      if (atOnce < 1 || !interval.isPositive()) {
        throw new IllegalArgumentException(
            "a budget of bricklayer.user.throttle needs at-once ≥ 1 and an interval > 0");
      }
    }
  }

  Budget of(Attempt.Kind kind) {
    return switch (kind) {
      case ACCOUNT -> account;
      case ADDRESS -> address;
      case REGISTRATION -> registration;
      case LINK -> link;
      case HANDOVER -> handover;
    };
  }
}
