package dev.bricklayer.user.link;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long and how often a code for linking can be used.
 *
 * @param lifetime from its making until the yes
 * @param tries how often it may be typed, rightly or wrongly, before it is spent
 */
@ConfigurationProperties("bricklayer.user.links")
record LinkSettings(@DefaultValue("10m") Duration lifetime, @DefaultValue("5") int tries) {

  LinkSettings {
    if (!lifetime.isPositive() || tries < 1) {
      throw new IllegalArgumentException(
          "bricklayer.user.links needs a lifetime > 0 and tries ≥ 1");
    }
  }
}
