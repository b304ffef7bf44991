package dev.bricklayer.bff.provisioning;

import dev.bricklayer.bff.installation.PublicAddress;
import dev.bricklayer.mattermost.Bot;
import dev.bricklayer.mattermost.Command;
import dev.bricklayer.mattermost.NewBot;
import dev.bricklayer.mattermost.NewCommand;
import dev.bricklayer.mattermost.TeamId;
import dev.bricklayer.problems.Wording;
import java.net.URI;
import java.util.Locale;

/**
 * How what is ours looks in Mattermost, and how it is told from what is somebody else's: by this
 * installation's id, which stands in every description.
 *
 * @param installation this installation's id
 * @param hook what Mattermost calls when somebody types the command
 * @param locale the language of what everybody on the server sees
 */
public record Identity(String installation, URI hook, Locale locale) {

  /** The word behind the slash, and the user name of the bot. */
  public static final String NAME = "bricklayer";

  private static final String DISPLAY_NAME = "Bricklayer";
  private static final Wording WORDS = Wording.beside(Identity.class);

  /** The bot as it should be. */
  NewBot bot() {
    return new NewBot(NAME, DISPLAY_NAME, WORDS.text("bot-description", installation).in(locale));
  }

  /** A team's command as it should be. */
  public NewCommand command(TeamId team) {
    return new NewCommand(
        team,
        NAME,
        hook,
        DISPLAY_NAME,
        commandDescription(),
        WORDS.text("hint").in(locale),
        WORDS.text("completion").in(locale),
        NAME);
  }

  /** At most 128 bytes, in any of our languages. */
  String commandDescription() {
    return WORDS.text("command-description", installation).in(locale);
  }

  /** What a token of ours is recognised by. */
  String tokenDescription() {
    return DISPLAY_NAME + " " + installation;
  }

  boolean isOurs(Bot bot) {
    return bot.description().contains(installation);
  }

  /** Our hooks, and our id. */
  boolean isOurs(Command command) {
    return command.description().contains(installation)
        && path(command).contains(PublicAddress.HOOKS);
  }

  private static String path(Command command) {
    try {
      return String.valueOf(URI.create(command.url()).getPath());
    } catch (IllegalArgumentException notAnAddress) {
      return "";
    }
  }
}
