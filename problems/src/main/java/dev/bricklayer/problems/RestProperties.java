package dev.bricklayer.problems;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What all REST calls share.
 *
 * @param bodyLimit the largest body that is read; a larger one is answered with 413
 */
@ConfigurationProperties("bricklayer.rest")
record RestProperties(@DefaultValue("256KB") DataSize bodyLimit) {

  RestProperties {
    if (bodyLimit.toBytes() < 1 || bodyLimit.compareTo(DataSize.ofMegabytes(64)) > 0) {
      throw new IllegalArgumentException(
          "bricklayer.rest.body-limit must be between 1 B and 64 MB, not " + bodyLimit);
    }
  }
}
