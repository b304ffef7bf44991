package dev.bricklayer.bff.installation;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How soon a copy of the bff knows what changed elsewhere.
 *
 * @param reloadEvery how often it looks for what another copy provisioned, and asks a Mattermost
 *     that has not answered yet
 * @param askEvery how often it asks Mattermost for its version and public settings
 */
@ConfigurationProperties("bricklayer.installation")
record InstallationSettings(
    @DefaultValue("5s") Duration reloadEvery, @DefaultValue("5m") Duration askEvery) {

  InstallationSettings {
    if (!reloadEvery.isPositive() || !askEvery.isPositive()) {
      throw new IllegalArgumentException(
          "bricklayer.installation: each duration must be longer than nothing");
    }
  }
}
