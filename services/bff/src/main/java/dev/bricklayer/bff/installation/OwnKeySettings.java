package dev.bricklayer.bff.installation;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The bff's own key.
 *
 * @param ownKey Base64 of 32 random bytes ({@code openssl rand -base64 32}), the same in every copy
 *     of the bff; seals what it keeps for itself in its database. Without one it keeps no token
 */
@ConfigurationProperties("bricklayer")
record OwnKeySettings(@Nullable String ownKey) {

  @Override
  public String toString() {
    return "OwnKeySettings[hidden]";
  }
}
