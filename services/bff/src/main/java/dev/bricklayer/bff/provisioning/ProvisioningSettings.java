package dev.bricklayer.bff.provisioning;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is made in Mattermost, where there is an administrator's token.
 *
 * @param teams the names of the teams that get the slash command, as they stand in addresses,
 *     separated by commas; none for all teams
 * @param every how often it is repeated, for teams that are new
 */
@ConfigurationProperties("bricklayer.provisioning")
record ProvisioningSettings(@DefaultValue List<String> teams, @DefaultValue("1h") Duration every) {

  ProvisioningSettings {
    teams = teams.stream().map(String::strip).filter(team -> !team.isEmpty()).toList();
    if (!every.isPositive()) {
      throw new IllegalArgumentException(
          "bricklayer.provisioning.every must be longer than nothing");
    }
  }

  boolean chooses(String team) {
    return teams.isEmpty() || teams.contains(team);
  }
}
