package dev.bricklayer.simulator.api;

import dev.bricklayer.simulator.world.Channel;
import dev.bricklayer.simulator.world.User;
import dev.bricklayer.simulator.world.World;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** People and channels that a text names. */
final class Mentions {

  private static final Pattern PEOPLE = Pattern.compile("(?<![A-Za-z0-9_])@([A-Za-z0-9._-]+)");
  private static final Pattern CHANNELS = Pattern.compile("(?<![A-Za-z0-9_])~([A-Za-z0-9._-]+)");

  private final World world;

  Mentions(World world) {
    this.world = world;
  }

  /** Those whom it names, in order, each once. */
  List<User> people(String text) {
    return names(PEOPLE, text).map(world::userNamed).filter(Objects::nonNull).distinct().toList();
  }

  /** The public channels of a team that it names, in order, each once. */
  List<Channel> channels(String text, String teamId) {
    return names(CHANNELS, text)
        .map(name -> world.channelNamed(teamId, name))
        .filter(channel -> channel != null && channel.open())
        .distinct()
        .toList();
  }

  /** A full stop may end a name or a sentence. */
  private static Stream<String> names(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(match -> match.group(1).toLowerCase(Locale.ROOT))
        .map(name -> name.endsWith(".") ? name.substring(0, name.length() - 1) : name);
  }
}
