package dev.bricklayer.contracts.reminder;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.On;
import dev.bricklayer.contracts.RefusalCode;
import dev.bricklayer.contracts.Topic;
import java.time.Instant;

/**
 * A bot stands still with all its jobs: Mattermost refuses what it speaks with. Said once, however
 * many deliveries find it out.
 *
 * @param code what stands against it until somebody mends it
 * @param voice whose token was refused: of a shared one all bots that share it stand still, and
 *     this is said of the one that found it out
 * @param at when it was found out, by the database's clock
 */
@On(Topic.ENGINE_REMINDER_EVENTS)
public record BotSilenced(BotId botId, RefusalCode code, Voice voice, Instant at)
    implements Message {

  @Override
  public String key() {
    return botId.toString();
  }

  /** What the bot speaks with. */
  public enum Voice {
    @JsonProperty("token")
    OWN_TOKEN,
    @JsonProperty("managed")
    MANAGED,
    @JsonProperty("shared")
    SHARED
  }
}
