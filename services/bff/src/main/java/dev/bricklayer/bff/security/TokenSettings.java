package dev.bricklayer.bff.security;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What access tokens must say; the user service issues them with the same values.
 *
 * @param issuer the claim {@code iss}
 * @param audience the claim {@code aud}
 */
@ConfigurationProperties("bricklayer.tokens")
record TokenSettings(
    @DefaultValue("urn:bricklayer:user") String issuer,
    @DefaultValue("bricklayer") String audience) {}
