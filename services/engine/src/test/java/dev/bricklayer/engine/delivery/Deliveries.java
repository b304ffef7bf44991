package dev.bricklayer.engine.delivery;

import dev.bricklayer.contracts.BotAccount;
import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.Credentials;
import dev.bricklayer.contracts.JobId;
import dev.bricklayer.contracts.SealedToken;
import dev.bricklayer.engine.ledger.Occurrence;
import dev.bricklayer.mattermost.ChannelId;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** Deliveries as tests begin them. */
final class Deliveries {

  /** What the settings say when nobody says otherwise. */
  static final DeliverySettings USUAL =
      new DeliverySettings(
          64,
          Duration.ofMillis(500),
          Duration.ofSeconds(10),
          Duration.ofSeconds(30),
          Duration.ofSeconds(25),
          Duration.ofSeconds(60),
          Duration.ofSeconds(1),
          Duration.ofSeconds(2),
          Duration.ofMinutes(5),
          Duration.ofHours(24),
          500);

  private Deliveries() {}

  /** Just taken; its first try was so long ago. */
  static Sending sending(boolean inDoubt, Duration sinceFirstTry) {
    Instant now = Instant.parse("2026-11-22T12:00:00Z");
    return new Sending(
        new Occurrence(new JobId(UUID.randomUUID()), new BotId(UUID.randomUUID()), now),
        1,
        "Hello",
        new ChannelId("c"),
        new BotAccount("u", "standup"),
        Set.of(),
        new Credentials.OwnToken(new SealedToken("1", "x")),
        1,
        now.minus(sinceFirstTry),
        inDoubt,
        true,
        false,
        now,
        Stopwatch.start());
  }
}
