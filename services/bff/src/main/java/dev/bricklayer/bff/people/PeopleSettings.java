package dev.bricklayer.bff.people;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How people's languages and time zones are learnt from Mattermost.
 *
 * @param lookUpWithin how long an answer waits for them; after that it is in the installation's
 *     language
 * @param remember how long they are not asked for again
 * @param most how many people are remembered
 */
@ConfigurationProperties("bricklayer.people")
record PeopleSettings(
    @DefaultValue("300ms") Duration lookUpWithin,
    @DefaultValue("10m") Duration remember,
    @DefaultValue("20000") int most) {

  PeopleSettings {
    if (!lookUpWithin.isPositive() || !remember.isPositive() || most < 1) {
      throw new IllegalArgumentException("bricklayer.people: all must be more than nothing");
    }
  }
}
