package dev.bricklayer.bff.installation;

import dev.bricklayer.bff.installation.StoredInstallation.OwnBot;
import dev.bricklayer.mattermost.AccessToken;
import dev.bricklayer.mattermost.CommandId;
import dev.bricklayer.mattermost.MattermostUserId;
import dev.bricklayer.mattermost.NewToken;
import dev.bricklayer.mattermost.TeamId;
import dev.bricklayer.mattermost.TokenId;
import dev.bricklayer.sealing.OwnKey;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What provisioning made in Mattermost, as the bff keeps it: the only way to write it down. This
 * copy knows it at once, the others some seconds later.
 */
@Component
public class Provisions {

  private final InstallationRepository repository;
  private final Installation installation;
  private final MattermostSettings settings;
  private final InstallationSettings installationSettings;
  private final Optional<OwnKey> key;

  Provisions(
      InstallationRepository repository,
      Installation installation,
      MattermostSettings settings,
      InstallationSettings installationSettings,
      Optional<OwnKey> key) {
    this.repository = repository;
    this.installation = installation;
    this.settings = settings;
    this.installationSettings = installationSettings;
    this.key = key;
  }

  /** The administrator's token that provisioning and the self-test work with, if there is one. */
  public Optional<AccessToken> administrator() {
    return settings.administrator();
  }

  /** Learns what other copies kept since: what one made the next shall not make again. */
  public void refresh() {
    installation.reload();
  }

  /** Whether an administrator made the bot by hand and gave its token in the environment. */
  public boolean botMadeByHand() {
    return settings.bot().isPresent();
  }

  /** Whether an administrator made commands by hand and gave their tokens in the environment. */
  public boolean commandsMadeByHand() {
    return !settings.commandTokens().isEmpty();
  }

  /** Whether there is a key to seal a token with. */
  public boolean canKeepTokens() {
    return key.isPresent();
  }

  /** A bot that was provisioned: its account, and which of its tokens is kept here. */
  public record KeptBot(MattermostUserId user, TokenId token) {}

  /** The bot, if one was provisioned. */
  public Optional<KeptBot> bot() {
    return repository.read().bot().map(bot -> new KeptBot(bot.user(), bot.tokenId()));
  }

  /**
   * Keeps the bot and its token.
   *
   * @throws java.util.NoSuchElementException without {@link #canKeepTokens()}
   */
  public void keepBot(MattermostUserId user, NewToken token) {
    byte[] sealed = key.orElseThrow().seal(Installation.BOT_TOKEN, token.token().value());
    repository.keepBot(new OwnBot(user, token.id(), sealed));
    installation.reload();
  }

  /** Forgets the bot and its token. */
  public void forgetBot() {
    repository.forgetBot();
    installation.reload();
  }

  /** The commands that were provisioned, and their teams. */
  public Map<CommandId, TeamId> commands() {
    return repository.commands();
  }

  /** Keeps what is needed to know a command's calls by their token. */
  public void keepCommand(CommandId id, TeamId team, AccessToken token) {
    repository.keepCommand(id, team, Fingerprint.of(token.value()));
    installation.reload();
  }

  /** Takes calls of a command no longer. */
  public void forgetCommand(CommandId id) {
    repository.forgetCommand(id);
    installation.reload();
  }

  /** How long it takes until every copy knows what was kept here. */
  public Duration knownEverywhereWithin() {
    return installationSettings.reloadEvery();
  }

  /** Whether everything was removed on purpose, so that nothing is made again by itself. */
  public boolean isOff() {
    return repository.isProvisioningOff();
  }

  /** Says whether provisioning may repeat itself. */
  public void switchOff(boolean off) {
    repository.switchProvisioning(off);
  }
}
