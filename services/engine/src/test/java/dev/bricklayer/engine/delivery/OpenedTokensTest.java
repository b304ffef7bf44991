package dev.bricklayer.engine.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bricklayer.contracts.BotAccount;
import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.Credentials;
import dev.bricklayer.contracts.JobId;
import dev.bricklayer.contracts.SealedToken;
import dev.bricklayer.engine.ledger.Occurrence;
import dev.bricklayer.mattermost.ChannelId;
import dev.bricklayer.sealing.SealingKeys;
import dev.bricklayer.sealing.TokenOpener;
import dev.bricklayer.sealing.TokenSealer;
import dev.bricklayer.sealing.UnopenableTokenException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** A token is opened once in a burst, and kept no longer than that. */
class OpenedTokensTest {

  private static final SealingKeys KEYS = SealingKeys.generate();
  private static final TokenSealer SEALER = new TokenSealer(KEYS.publicText());

  private final AtomicLong nanos = new AtomicLong();
  private final BotId bot = new BotId(UUID.randomUUID());
  private final OpenedTokens tokens =
      new OpenedTokens(new TokenOpener(KEYS.privateText()), nanos::get, 2);

  @Test
  void isOpenedOnce() {
    assertThat(tokens.of(sending(bot, 1, "one")).value()).isEqualTo("one");
    assertThat(tokens.of(sending(bot, 1, "never looked at")).value()).isEqualTo("one");
  }

  @Test
  void newCredentialsReplaceIt() {
    tokens.of(sending(bot, 1, "one"));
    assertThat(tokens.of(sending(bot, 2, "two")).value()).isEqualTo("two");
    assertThat(tokens.size()).isOne();
  }

  @Test
  void oneThatWasRefusedIsForgotten() {
    tokens.of(sending(bot, 1, "one"));
    tokens.forget(bot);
    assertThat(tokens.size()).isZero();
  }

  @Test
  void noneIsKeptForMoreThanAMinute() {
    tokens.of(sending(bot, 1, "one"));
    nanos.addAndGet(Duration.ofMinutes(1).toNanos());
    assertThat(tokens.of(sending(bot, 1, "anew")).value()).isEqualTo("anew");
    nanos.addAndGet(Duration.ofMinutes(1).toNanos());
    tokens.forgetOld();
    assertThat(tokens.size()).isZero();
  }

  @Test
  void noMoreThanSoManyAreKept() {
    for (int i = 0; i < 5; i++) {
      BotId other = new BotId(UUID.randomUUID());
      assertThat(tokens.of(sending(other, 1, "token" + i)).value()).isEqualTo("token" + i);
    }
    assertThat(tokens.size()).isEqualTo(2);
  }

  @Test
  void oneThatCannotBeOpenedIsNotKept() {
    BotId other = new BotId(UUID.randomUUID());
    SealedToken strange = SEALER.seal("one", other);
    assertThatThrownBy(() -> tokens.of(sending(bot, 1, strange)))
        .isInstanceOf(UnopenableTokenException.class);
    assertThat(tokens.size()).isZero();
  }

  private static Sending sending(BotId bot, long version, String token) {
    return sending(bot, version, SEALER.seal(token, bot));
  }

  private static Sending sending(BotId bot, long version, SealedToken token) {
    Instant now = Instant.parse("2026-11-22T12:00:00Z");
    return new Sending(
        new Occurrence(new JobId(UUID.randomUUID()), bot, now),
        1,
        "Hello",
        new ChannelId("c"),
        new BotAccount("u", "standup"),
        Set.of(),
        new Credentials.OwnToken(token),
        version,
        now,
        false,
        true,
        false,
        now,
        Stopwatch.start());
  }
}
