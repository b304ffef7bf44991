package dev.bricklayer.user.login;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long people stay logged in.
 *
 * @param unused how long a log-in lasts without a refresh
 * @param longest how long it lasts with refreshes; then the password is asked for again
 */
@ConfigurationProperties("bricklayer.user.refresh")
record RefreshSettings(
    @DefaultValue("30d") Duration unused, @DefaultValue("90d") Duration longest) {}
