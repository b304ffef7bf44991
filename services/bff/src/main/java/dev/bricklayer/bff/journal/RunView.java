package dev.bricklayer.bff.journal;

import dev.bricklayer.contracts.RefusalCode;
import dev.bricklayer.contracts.state.RunState;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run as REST shows it. Instants carry the offset of the schedule's time zone.
 *
 * @param id the occurrence's name: the post carries it
 * @param at when it was seen to stand in its channel, or was given up
 * @param late how long after its instant that was, where it was posted
 * @param post where it stands
 * @param code what has to be mended before the next one can be posted
 * @param error what Mattermost or the engine said, in English
 * @param manual true where somebody asked for it beside the schedule; else absent
 * @param missed several that were missed in a row, of which this is the last
 */
record RunView(
    UUID id,
    OffsetDateTime plannedAt,
    OffsetDateTime at,
    RunState.Outcome outcome,
    @Nullable Duration late,
    @Nullable Post post,
    @Nullable RefusalCode code,
    @Nullable String error,
    @Nullable Missed missed,
    @Nullable Boolean manual) {

  /**
   * A post in Mattermost.
   *
   * @param url leads people to it; absent where Mattermost's own address is not known
   */
  record Post(String id, @Nullable String url) {}

  /** Several in a row. */
  record Missed(OffsetDateTime first, int count) {}

  /**
   * Shows an entry.
   *
   * @param zone of the schedule
   * @param site the address under which people reach Mattermost; empty where it is not known
   */
  static RunView of(Entry entry, ZoneId zone, String site) {
    String post = entry.postId();
    Entry.Missed missed = entry.missed();
    return new RunView(
        entry.id(),
        in(zone, entry.plannedAt()),
        in(zone, entry.at()),
        entry.outcome(),
        post == null ? null : Duration.between(entry.plannedAt(), entry.at()),
        post == null
            ? null
            : new Post(post, site.isEmpty() ? null : site + "/_redirect/pl/" + post),
        entry.code(),
        entry.reason(),
        missed == null ? null : new Missed(in(zone, missed.first()), missed.count()),
        entry.manual() ? true : null);
  }

  private static OffsetDateTime in(ZoneId zone, Instant instant) {
    return instant.atZone(zone).toOffsetDateTime();
  }
}
