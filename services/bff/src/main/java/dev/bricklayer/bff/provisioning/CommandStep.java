package dev.bricklayer.bff.provisioning;

import dev.bricklayer.mattermost.Command;
import dev.bricklayer.mattermost.NewCommand;
import java.util.List;

/** What there is to do about our command in one team. */
sealed interface CommandStep {

  /** Nothing: it is as it should be. */
  record Keep(Command command) implements CommandStep {}

  /** It is missing. */
  record Make() implements CommandStep {}

  /** It is ours, and was made for another address or by an older version. */
  record Mend(Command command) implements CommandStep {}

  /** It is somebody else's, and the administrator wants it to be ours. */
  record Adopt(Command command) implements CommandStep {}

  /** It is somebody else's. */
  record Leave(Command command) implements CommandStep {}

  /**
   * Decides.
   *
   * @param there the team's commands
   * @param wanted ours as it should be
   * @param adopt whether somebody else's command of the same trigger is taken over
   */
  static CommandStep of(List<Command> there, NewCommand wanted, Identity identity, boolean adopt) {
    return there.stream()
        .filter(command -> command.trigger().equals(wanted.trigger()))
        .findFirst()
        .map(command -> about(command, wanted, identity, adopt))
        .orElseGet(Make::new);
  }

  private static CommandStep about(
      Command command, NewCommand wanted, Identity identity, boolean adopt) {
    if (!identity.isOurs(command)) {
      return adopt ? new Adopt(command) : new Leave(command);
    }
    return command.isAs(wanted) ? new Keep(command) : new Mend(command);
  }
}
