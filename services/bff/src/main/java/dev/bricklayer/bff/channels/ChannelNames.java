package dev.bricklayer.bff.channels;

import dev.bricklayer.bff.people.Spot;
import dev.bricklayer.contracts.ChannelRef;
import dev.bricklayer.contracts.PlannedChannel;
import dev.bricklayer.problems.Wording;
import java.util.Locale;
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

  ChannelNames(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A channel and its name. Direct and group messages have none that says something. */
  public void met(Spot spot) {
    if (!spot.isPrivateTalk()) {
      keep(spot.channel(), spot.team(), spot.name());
    }
  }

  /** The same. */
  public void met(PlannedChannel channel) {
    if (channel.team() != null) {
      keep(channel.id(), channel.team(), channel.name());
    }
  }

  private void keep(String channel, String team, String name) {
    jdbc.sql(MET).param("channel", channel).param("team", team).param("name", name).update();
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
