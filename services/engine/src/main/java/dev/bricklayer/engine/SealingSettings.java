package dev.bricklayer.engine;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The key that opens sealed tokens.
 *
 * @param privateKey Base64 of the private keyset; the bff holds its public half
 */
@Validated
@ConfigurationProperties("bricklayer.sealing")
record SealingSettings(@NotBlank String privateKey) {

  @Override
  public String toString() {
    return "SealingSettings[hidden]";
  }
}
