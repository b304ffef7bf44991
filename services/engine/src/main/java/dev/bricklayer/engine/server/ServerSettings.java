package dev.bricklayer.engine.server;

import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the one Mattermost server is spared.
 *
 * @param perSecond calls a second that its rate limiter allows to all engines together; 0: learn it
 *     from what the limiter says. Needed where a limiter stands in front that tells no numbers, or
 *     whose bucket holds less than a second's worth
 * @param burst calls that may be made at once where {@code perSecond} is set; 0: a second's worth
 * @param reserve calls that deliveries leave in the limiter's bucket for people who click and type;
 *     never more than a tenth of the bucket
 * @param failuresToOpen after so many calls in a row without an answer nothing is sent any more
 *     until the server answers again
 * @param firstPause how long to wait before it is asked again; it doubles each time
 * @param longestPause the longest of these waits
 */
@Validated
@ConfigurationProperties("bricklayer.engine.server")
record ServerSettings(
    @DecimalMin("0") @DefaultValue("0") double perSecond,
    @Min(0) @DefaultValue("0") int burst,
    @Min(0) @DefaultValue("10") int reserve,
    @Min(1) @DefaultValue("5") int failuresToOpen,
    @NotNull @DefaultValue("1s") Duration firstPause,
    @NotNull @DefaultValue("30s") Duration longestPause) {

  boolean isKnown() {
    return perSecond > 0;
  }

  /** Of a bucket that holds so many. */
  int reserveOf(int size) {
    return Math.min(reserve, size / 10);
  }
}
