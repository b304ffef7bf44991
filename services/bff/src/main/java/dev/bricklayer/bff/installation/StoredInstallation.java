package dev.bricklayer.bff.installation;

import dev.bricklayer.mattermost.MattermostUserId;
import dev.bricklayer.mattermost.TokenId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What the database knows of this installation.
 *
 * @param id this installation's
 * @param bot Bricklayer's own bot, as provisioning left it
 * @param server what the server last said of itself
 * @param commandTokens of the slash commands that provisioning made
 */
record StoredInstallation(
    UUID id, Optional<OwnBot> bot, Optional<ServerFacts> server, List<Fingerprint> commandTokens) {

  /**
   * Bricklayer's own bot.
   *
   * @param sealedToken with the bff's own key
   */
  @SuppressWarnings("ArrayRecordComponent")
  record OwnBot(MattermostUserId user, TokenId tokenId, byte[] sealedToken) {}
}
