package dev.bricklayer.simulator.api;

import dev.bricklayer.simulator.world.User;
import dev.bricklayer.simulator.world.World;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Slack's way to write mentions and links, which a real server turns into its own unless it is told
 * not to: a trap for whoever quotes people's words.
 */
final class SlackText {

  private static final Pattern EVERYBODY = Pattern.compile("<!(here|channel|all)>");
  private static final Pattern SOMEBODY = Pattern.compile("<@([A-Za-z0-9]{26})>");
  private static final Pattern LINK = Pattern.compile("<([^<>|\\s]+)\\|([^<>]+)>");

  private final World world;

  SlackText(World world) {
    this.world = world;
  }

  String toMarkdown(String text) {
    if (text.indexOf('<') < 0) {
      return text;
    }
    String mentioned =
        SOMEBODY.matcher(EVERYBODY.matcher(text).replaceAll("@$1")).replaceAll(this::name);
    return LINK.matcher(mentioned).replaceAll("[$2]($1)");
  }

  private String name(MatchResult match) {
    User user = world.user(match.group(1));
    return Matcher.quoteReplacement(user == null ? match.group() : "@" + user.username());
  }
}
