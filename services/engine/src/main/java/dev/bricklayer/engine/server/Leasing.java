package dev.bricklayer.engine.server;

import dev.bricklayer.engine.server.Heard.News;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What becomes of the shared bucket with what a copy has heard, and what that copy may lease. */
final class Leasing {

  private static final Logger log = LoggerFactory.getLogger(Leasing.class);

  private final ServerSettings settings;

  Leasing(ServerSettings settings) {
    this.settings = settings;
  }

  /** The bucket as it is now; null while there is no limiter. */
  @Nullable Bucket now(@Nullable Bucket before, News news, Instant now) {
    if (before != null) {
      return hear(before.at(now), news, now);
    }
    if (settings.isKnown()) {
      return hear(known(now), news, now);
    }
    Heard heard = news.heard();
    return heard == null ? null : first(heard, now);
  }

  /** Up to so many calls out of what it holds at its own time. */
  Bucket.Grant grant(Bucket bucket, int wish) {
    return bucket.grant(wish, settings.reserveOf(bucket.size()), bucket.at());
  }

  private static Bucket first(Heard heard, Instant now) {
    log.info(
        "Mattermost limits calls: {} at once, {} left; the engines share them from now on",
        heard.size(),
        heard.remaining());
    return Bucket.first(heard, now);
  }

  private Bucket hear(Bucket before, News news, Instant now) {
    Bucket bucket = before.returned(news.returned()).held(now.plus(news.hold()));
    Heard heard = news.heard();
    Bucket after = heard == null ? bucket : bucket.hears(heard, now);
    return after.goingBy(settings.isKnown() ? settings.perSecond() : after.bounds().perSecond());
  }

  private Bucket known(Instant now) {
    int size = settings.burst() > 0 ? settings.burst() : (int) Math.ceil(settings.perSecond());
    return Bucket.known(settings.perSecond(), size, now);
  }
}
