package dev.bricklayer.engine;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The Mattermost server of this installation.
 *
 * @param url the server's address as services reach it, without {@code /api/v4}
 */
@Validated
@ConfigurationProperties("bricklayer.mattermost")
record MattermostSettings(@NotNull URI url) {}
