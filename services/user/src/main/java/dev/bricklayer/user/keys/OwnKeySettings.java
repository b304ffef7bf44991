package dev.bricklayer.user.keys;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The user service's own key.
 *
 * @param ownKey Base64 of 32 random bytes ({@code openssl rand -base64 32}), the same in every copy
 *     of the user service; seals the keys that sign access tokens, and what is kept of codes
 */
@Validated
@ConfigurationProperties("bricklayer")
record OwnKeySettings(@NotBlank String ownKey) {

  @Override
  public String toString() {
    return "OwnKeySettings[hidden]";
  }
}
