package dev.bricklayer.constructor.managed;

import dev.bricklayer.mattermost.AccessToken;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * In whose name accounts are made.
 *
 * @param adminToken the access token of a system administrator, a person's; without one there are
 *     no managed bots. Given by the environment only, and kept nowhere
 */
@ConfigurationProperties("bricklayer.mattermost")
record AdministratorSettings(@Nullable String adminToken) {

  Optional<AccessToken> token() {
    return adminToken == null || adminToken.isBlank()
        ? Optional.empty()
        : Optional.of(new AccessToken(adminToken.strip()));
  }

  @Override
  public String toString() {
    return "AdministratorSettings[hidden]";
  }
}
