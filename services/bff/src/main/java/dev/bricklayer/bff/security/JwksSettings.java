package dev.bricklayer.bff.security;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The user service's public keys.
 *
 * @param url where the user service publishes them
 * @param keep how long the keys are used before they are fetched again
 * @param keepInOutage how long the keys are used when they cannot be fetched
 */
@ConfigurationProperties("bricklayer.jwks")
record JwksSettings(
    URI url, @DefaultValue("5m") Duration keep, @DefaultValue("7d") Duration keepInOutage) {}
