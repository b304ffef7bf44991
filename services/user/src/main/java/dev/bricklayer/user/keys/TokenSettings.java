package dev.bricklayer.user.keys;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What access tokens say and how long things last. Whoever checks tokens needs the same issuer and
 * audience.
 *
 * @param issuer the claim {@code iss}
 * @param audience the claim {@code aud}
 * @param lifetime how long an access token is good
 * @param keyLifetime how long one key signs
 * @param announcement how long a key is published before it signs, so that everybody has it
 */
@ConfigurationProperties("bricklayer.tokens")
public record TokenSettings(
    @DefaultValue("urn:bricklayer:user") String issuer,
    @DefaultValue("bricklayer") String audience,
    @DefaultValue("15m") Duration lifetime,
    @DefaultValue("90d") Duration keyLifetime,
    @DefaultValue("1h") Duration announcement) {

  /** The claim {@code client_id}, which RFC 9068 wants: people log in without any other client. */
  public static final String CLIENT_ID = "bricklayer";

  /** Checked, so that no key goes before the tokens it signed. */
  public TokenSettings {
    if (!lifetime.isPositive() || keyLifetime.compareTo(lifetime.plus(announcement)) <= 0) {
      throw new IllegalArgumentException(
          "bricklayer.tokens.key-lifetime must be longer than lifetime and announcement together");
    }
  }
}
