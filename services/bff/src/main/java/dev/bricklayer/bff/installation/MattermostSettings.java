package dev.bricklayer.bff.installation;

import dev.bricklayer.mattermost.AccessToken;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The Mattermost server of this installation, and what an administrator made there by hand.
 *
 * @param url the server's address as services reach it, without {@code /api/v4}
 * @param botToken the token of Bricklayer's own bot; where it is missing, what provisioning made is
 *     used
 * @param adminToken a system administrator's token, for provisioning and the self-test; from the
 *     environment only, kept nowhere
 * @param commandTokens the tokens of slash commands made by hand, separated by commas; those that
 *     provisioning made are taken as well
 */
@Validated
@ConfigurationProperties("bricklayer.mattermost")
record MattermostSettings(
    @NotNull URI url,
    @Nullable String botToken,
    @Nullable String adminToken,
    @DefaultValue List<String> commandTokens) {

  MattermostSettings {
    commandTokens =
        commandTokens.stream().map(String::strip).filter(token -> !token.isEmpty()).toList();
  }

  Optional<AccessToken> bot() {
    return token(botToken);
  }

  Optional<AccessToken> administrator() {
    return token(adminToken);
  }

  private static Optional<AccessToken> token(@Nullable String text) {
    return text == null || text.isBlank()
        ? Optional.empty()
        : Optional.of(new AccessToken(text.strip()));
  }

  @Override
  public String toString() {
    return "MattermostSettings[" + url + "]";
  }
}
