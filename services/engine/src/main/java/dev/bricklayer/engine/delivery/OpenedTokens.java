package dev.bricklayer.engine.delivery;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.SealedToken;
import dev.bricklayer.mattermost.AccessToken;
import dev.bricklayer.sealing.TokenOpener;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Bots' tokens in clear, for as long as a burst of their reminders lasts: opening one costs as much
 * processor time as a third of a post. In memory only, at most so many, for a minute at most; one
 * that was refused, and one whose bot has newer credentials, are forgotten at once.
 */
final class OpenedTokens {

  private static final Duration LIFE = Duration.ofMinutes(1);
  private static final int MOST = 10_000;

  private final TokenOpener opener;
  private final LongSupplier nanos;
  private final int most;
  private final Map<BotId, Opened> opened = new ConcurrentHashMap<>();

  OpenedTokens(TokenOpener opener, LongSupplier nanos) {
    this(opener, nanos, MOST);
  }

  OpenedTokens(TokenOpener opener, LongSupplier nanos, int most) {
    this.opener = opener;
    this.nanos = nanos;
    this.most = most;
  }

  private record Opened(long version, AccessToken token, long at) {}

  /**
   * The token that an occurrence is sent with.
   *
   * @throws dev.bricklayer.sealing.UnopenableTokenException as {@link TokenOpener#open} does
   */
  AccessToken of(Sending sending) {
    BotId bot = sending.occurrence().botId();
    if (opened.size() >= most && !opened.containsKey(bot)) {
      return open(sending);
    }
    return opened.compute(bot, (_, had) -> serves(had, sending) ? had : opened(sending)).token();
  }

  private boolean serves(@Nullable Opened had, Sending sending) {
    return had != null && had.version == sending.credentialsVersion() && isFresh(had);
  }

  private Opened opened(Sending sending) {
    return new Opened(sending.credentialsVersion(), open(sending), nanos.getAsLong());
  }

  private AccessToken open(Sending sending) {
    SealedToken sealed =
        Objects.requireNonNull(sending.credentials().token(), "nothing is planned without a token");
    return new AccessToken(opener.open(sealed, sending.occurrence().botId()));
  }

  /** It was refused. */
  void forget(BotId bot) {
    opened.remove(bot);
  }

  /** Those whose time is over. */
  @Scheduled(fixedDelayString = "PT10S")
  void forgetOld() {
    opened.values().removeIf(each -> !isFresh(each));
  }

  /** How many it holds. */
  int size() {
    return opened.size();
  }

  private boolean isFresh(Opened each) {
    return nanos.getAsLong() - each.at < LIFE.toNanos();
  }
}
