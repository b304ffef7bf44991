package dev.bricklayer.bff.channels;

import dev.bricklayer.bff.people.Spot;
import dev.bricklayer.contracts.ChannelRef;
import dev.bricklayer.contracts.PlannedChannel;
import dev.bricklayer.messaging.LastWrites;
import dev.bricklayer.problems.Wording;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Remembers how channels are called: of those that somebody spoke to us from, or that a job was
 * planned for. A job may name its channel by id only, and people know no ids.
 */
@Repository
public class ChannelNames {

  private static final Wording WORDS = Wording.beside(ChannelNames.class);

  private static final String MET =
      """
      insert into channel_name (channel_id, team, name) values (:channel, :team, :name)
      on conflict (channel_id) do update set team = excluded.team, name = excluded.name
      where channel_name.team <> excluded.team or channel_name.name <> excluded.name
      """;

  private static final String NAME = "select name from channel_name where channel_id = :channel";

  private final JdbcClient jdbc;
  private final LastWrites lastWrites;

  ChannelNames(JdbcClient jdbc, LastWrites lastWrites) {
    this.jdbc = jdbc;
    this.lastWrites = lastWrites;
  }

  /** A channel and its name. Direct and group messages have none that says something. */
  public void met(Spot spot) {
    if (!spot.isPrivateTalk()) {
      jdbc.sql(MET).params(columns(spot.channel(), spot.team(), spot.name())).update();
    }
  }

  /** The same, at the end of the transaction. */
  public void met(PlannedChannel channel) {
    String team = channel.team();
    if (team != null) {
      lastWrites.sql(MET).params(columns(channel.id(), team, channel.name())).atCommit();
    }
  }

  private static Map<String, String> columns(String channel, String team, String name) {
    return Map.of("channel", channel, "team", team, "name", name);
  }

  /** The channel as people of its team know it: {@code ~release}. */
  public String shown(ChannelRef channel, Locale locale) {
    if (channel.directTo() != null) {
      return WORDS.text("direct").in(locale);
    }
    return Optional.ofNullable(channel.name())
        .or(() -> Optional.ofNullable(channel.id()).flatMap(this::nameOf))
        .map(name -> "~" + name)
        .orElseGet(() -> WORDS.text("unnamed").in(locale));
  }

  private Optional<String> nameOf(String channel) {
    return jdbc.sql(NAME).param("channel", channel).query(String.class).optional();
  }
}
