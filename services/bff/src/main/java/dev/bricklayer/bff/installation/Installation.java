package dev.bricklayer.bff.installation;

import dev.bricklayer.bff.installation.StoredInstallation.OwnBot;
import dev.bricklayer.mattermost.AccessToken;
import dev.bricklayer.mattermost.Answer;
import dev.bricklayer.mattermost.MattermostClient;
import dev.bricklayer.mattermost.MattermostUser;
import dev.bricklayer.mattermost.MattermostUserId;
import dev.bricklayer.mattermost.ServerSettings;
import dev.bricklayer.sealing.OwnKey;
import dev.bricklayer.sealing.UnopenableTextException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.IdGenerator;

/**
 * This installation in Mattermost's eyes. Answers from memory, also while database and Mattermost
 * are away; what another copy provisioned is known here some seconds later ({@link
 * KeepInstallationFresh}). With nothing configured and nothing provisioned there is no bot and no
 * command.
 */
@Component
public class Installation {

  static final String BOT_TOKEN = "own bot's token";

  private static final Logger log = LoggerFactory.getLogger(Installation.class);

  private final InstallationRepository repository;
  private final MattermostClient mattermost;
  private final Optional<OwnKey> key;
  private final List<Fingerprint> madeByHand;
  private final boolean botMadeByHand;

  private volatile Known known;
  private volatile @Nullable ServerFacts server;

  /** All of it together, so that nobody sees the half of a change. */
  private record Known(String id, Optional<Bot> bot, List<Fingerprint> commandTokens) {}

  /** The user is not known before Mattermost has said whose the token is. */
  private record Bot(AccessToken token, Optional<MattermostUserId> user) {}

  Installation(
      InstallationRepository repository,
      MattermostSettings settings,
      MattermostClient mattermost,
      Optional<OwnKey> key,
      IdGenerator ids) {
    this.repository = repository;
    this.mattermost = mattermost;
    this.key = key;
    this.botMadeByHand = settings.bot().isPresent();
    this.madeByHand = settings.commandTokens().stream().map(Fingerprint::of).toList();
    repository.begin(ids.generateId());
    StoredInstallation stored = repository.read();
    this.known = known(stored, settings.bot().map(token -> new Bot(token, Optional.empty())));
    this.server = stored.server().orElse(null);
  }

  /** This installation's id, a UUID; stands in the description of what is ours in Mattermost. */
  public String id() {
    return known.id();
  }

  /** The token of Bricklayer's own bot, if it has one. */
  public Optional<AccessToken> botToken() {
    return known.bot().map(Bot::token);
  }

  /**
   * The account of Bricklayer's own bot; empty also until Mattermost has said whose token it is.
   */
  public Optional<MattermostUserId> botUser() {
    return known.bot().flatMap(Bot::user);
  }

  /**
   * Whether a slash command with this token is ours. Looks at all tokens, and at the whole of each,
   * whatever it finds.
   */
  public boolean isCommandToken(String presented) {
    Fingerprint fingerprint = Fingerprint.of(presented);
    boolean found = false;
    for (Fingerprint token : known.commandTokens()) {
      found |= token.isOf(fingerprint);
    }
    return found;
  }

  /**
   * The Mattermost server. From memory once it has ever answered, also after a restart; before
   * that, by asking it now.
   *
   * @throws ServerNeverReachedException when it has never answered, and does not now
   */
  public ServerFacts server() {
    ServerFacts last = server;
    return last != null
        ? last
        : switch (ask()) {
          case Answer.Ok<ServerFacts>(var facts, _) -> remembered(facts);
          case Answer.Refused<ServerFacts> no ->
              throw new ServerNeverReachedException(no.message());
          case Answer.Throttled<ServerFacts> _ ->
              throw new ServerNeverReachedException("throttled");
          case Answer.Unreachable<ServerFacts>(var why) ->
              throw new ServerNeverReachedException(why);
          case Answer.Ambiguous<ServerFacts>(var why, _, _) ->
              throw new ServerNeverReachedException(why);
        };
  }

  /** The Mattermost server, if it has ever answered. Asks nobody. */
  public Optional<ServerFacts> knownServer() {
    return Optional.ofNullable(server);
  }

  /** Learns what any copy of the bff provisioned since. */
  void reload() {
    StoredInstallation stored = repository.read();
    synchronized (this) {
      known = known(stored, known.bot().filter(_ -> botMadeByHand));
    }
  }

  /** Asks the server what it says of itself, and whose a token made by hand is. */
  void askServer() {
    if (ask() instanceof Answer.Ok<ServerFacts>(var facts, _)) {
      remembered(facts);
    }
    known.bot().filter(bot -> bot.user().isEmpty()).ifPresent(bot -> learnWhose(bot.token()));
  }

  /** Whether Mattermost has yet to tell something that it tells once. */
  boolean isIncomplete() {
    return server == null || known.bot().filter(bot -> bot.user().isEmpty()).isPresent();
  }

  private void learnWhose(AccessToken token) {
    if (mattermost.me(token) instanceof Answer.Ok<MattermostUser>(var account, _)) {
      synchronized (this) {
        Optional<Bot> bot = Optional.of(new Bot(token, Optional.of(account.id())));
        known = new Known(known.id(), bot, known.commandTokens());
      }
    }
  }

  private Answer<ServerFacts> ask() {
    return mattermost.clientConfig().map(Installation::facts);
  }

  /** What the server's settings say of it. */
  public static ServerFacts facts(ServerSettings settings) {
    return new ServerFacts(
        settings.version(),
        settings.serverId(),
        settings.siteUrl(),
        Locale.forLanguageTag(settings.values().getOrDefault("DefaultClientLocale", "en")));
  }

  private ServerFacts remembered(ServerFacts facts) {
    ServerFacts before = server;
    if (!facts.equals(before)) {
      repository.keep(facts);
      server = facts;
      log.info("Mattermost is {} (server id {})", facts.version(), facts.diagnosticId());
    }
    return facts;
  }

  private Known known(StoredInstallation stored, Optional<Bot> byHand) {
    List<Fingerprint> tokens =
        Stream.concat(madeByHand.stream(), stored.commandTokens().stream()).toList();
    Optional<Bot> bot = byHand.or(() -> stored.bot().flatMap(this::opened));
    return new Known(stored.id().toString(), bot, tokens);
  }

  /** A token that cannot be opened is as good as none; provisioning makes another. */
  private Optional<Bot> opened(OwnBot bot) {
    if (key.isEmpty()) {
      log.error("The bot's token cannot be opened: set BRICKLAYER_OWN_KEY as it was");
      return Optional.empty();
    }
    try {
      AccessToken token = new AccessToken(key.get().open(BOT_TOKEN, bot.sealedToken()));
      return Optional.of(new Bot(token, Optional.of(bot.user())));
    } catch (UnopenableTextException e) {
      log.error("The bot's token was sealed with another BRICKLAYER_OWN_KEY; provision again", e);
      return Optional.empty();
    }
  }
}
