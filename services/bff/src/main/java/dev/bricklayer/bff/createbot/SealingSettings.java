package dev.bricklayer.bff.createbot;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The key that tokens are sealed with where they arrive.
 *
 * @param publicKey Base64 of the public keyset; constructor and engine hold its private half
 */
@Validated
@ConfigurationProperties("bricklayer.sealing")
record SealingSettings(@NotBlank String publicKey) {}
