package dev.bricklayer.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;

/**
 * What becomes of occurrences that could not be sent in time.
 *
 * @param rule which of them are still sent
 * @param within how old a missed occurrence may be to be sent at all
 */
public record Missed(Rule rule, Duration within) {

  /** One late post for the latest missed instant, if it is at most an hour old. */
  public static final Missed DEFAULT = new Missed(Rule.LATEST, Duration.ofHours(1));

  /** Which missed occurrences are sent late. */
  public enum Rule {
    @JsonProperty("latest")
    LATEST,
    @JsonProperty("each")
    EACH,
    @JsonProperty("skip")
    SKIP
  }
}
