package dev.bricklayer.problems;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What all REST calls share.
 *
 * @param bodyLimit the largest body that is read; a larger one is answered with 413
 * @param drainLimit how much of a body that is not read is thrown away before the connection is
 *     closed: many clients look for an answer only when they have sent everything
 */
@ConfigurationProperties("bricklayer.rest")
record RestSettings(
    @DefaultValue("256KB") DataSize bodyLimit, @DefaultValue("64MB") DataSize drainLimit) {

  RestSettings {
    if (bodyLimit.toBytes() < 1 || bodyLimit.compareTo(DataSize.ofMegabytes(64)) > 0) {
      throw new IllegalArgumentException(
          "bricklayer.rest.body-limit must be between 1 B and 64 MB, not " + bodyLimit);
    }
    if (drainLimit.isNegative() || drainLimit.compareTo(DataSize.ofGigabytes(1)) > 0) {
      throw new IllegalArgumentException(
          "bricklayer.rest.drain-limit must be between 0 and 1 GB, not " + drainLimit);
    }
  }
}
