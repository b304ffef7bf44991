package dev.bricklayer.sandbox;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A command that is about Mattermost and ends.
 *
 * @param kind what to do there
 * @param where the installation that it is done for
 */
record Task(Kind kind, UpOptions where) {

  static final String USAGE =
      """
      usage: ./bricklayer provision [--remove | --adopt] [OPTION]...
             ./bricklayer doctor [OPTION]...

      provision makes or mends what Bricklayer needs in Mattermost: its bot, its slash command in each team.
      doctor looks whether the two reach each other and what is in the way, and changes nothing. An
      administrator's token belongs in BRICKLAYER_MATTERMOST_ADMIN_TOKEN. Exit status 1 when something is wrong.

        --remove            remove what was made
        --adopt             take over a command or bot account of the same name that is somebody else's
        --mattermost URL    the Mattermost that it is about (or BRICKLAYER_MATTERMOST_URL); without one, the demo's
        --data DIR          the installation's data directory, as for up
        --public-url URL    how Mattermost reaches the bff (default: as up was last called)
        --port-base N       the ports, as for up (default: as up was last called)

      With BRICKLAYER_DATABASE_URL it takes the bff's settings from the environment instead: for a bff that
      runs alone.
      """;

  /** What to do. */
  enum Kind {
    PROVISION,
    ADOPT,
    REMOVE,
    EXAMINE
  }

  /**
   * Reads what was asked for.
   *
   * @throws UsageException when it makes no sense
   */
  static Task read(
      String command, List<String> arguments, Path root, Map<String, String> environment)
      throws UsageException {
    List<String> rest = new ArrayList<>(arguments);
    boolean provision = command.equals("provision");
    boolean remove = provision && rest.remove("--remove");
    boolean adopt = provision && rest.remove("--adopt");
    if (remove && adopt) {
      throw new UsageException("--remove and --adopt exclude each other: leave one out.");
    }
    String mattermost = environment.getOrDefault("BRICKLAYER_MATTERMOST_URL", "");
    if (!mattermost.isBlank() && !rest.contains("--mattermost")) {
      rest.addAll(List.of("--mattermost", mattermost));
    }
    Kind kind =
        !provision ? Kind.EXAMINE : remove ? Kind.REMOVE : adopt ? Kind.ADOPT : Kind.PROVISION;
    return new Task(kind, UpArguments.readFor(command, rest, root));
  }
}
