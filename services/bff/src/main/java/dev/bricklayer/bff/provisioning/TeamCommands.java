package dev.bricklayer.bff.provisioning;

import static dev.bricklayer.bff.provisioning.NotDone.must;

import dev.bricklayer.bff.installation.Provisions;
import dev.bricklayer.mattermost.AccessToken;
import dev.bricklayer.mattermost.Administration;
import dev.bricklayer.mattermost.Command;
import dev.bricklayer.mattermost.CommandId;
import dev.bricklayer.mattermost.MattermostClient;
import dev.bricklayer.mattermost.NewCommand;
import dev.bricklayer.mattermost.Team;
import dev.bricklayer.problems.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** The slash command: one in each chosen team, because Mattermost knows none for all teams. */
@Component
class TeamCommands {

  private static final Wording WORDS = Wording.beside(TeamCommands.class);
  private static final int PAGE = 200;

  private final Administration administration;
  private final Provisions provisions;
  private final ProvisioningSettings settings;

  TeamCommands(MattermostClient mattermost, Provisions provisions, ProvisioningSettings settings) {
    this.administration = mattermost.administration();
    this.provisions = provisions;
    this.settings = settings;
  }

  /** Finds or makes it in each chosen team; ours in a team that is not chosen goes. */
  List<Finding> provide(AccessToken admin, Identity identity, boolean adopt) throws NotDone {
    List<Finding> findings = new ArrayList<>();
    List<Team> teams = teams(admin);
    for (Team team : teams) {
      try {
        findings.addAll(
            settings.chooses(team.name())
                ? provide(admin, identity, team, adopt)
                : remove(admin, identity, team));
      } catch (NotDone e) {
        findings.add(wrong("command-not-done", team.name(), e.why()));
      }
    }
    findings.addAll(unknown(teams));
    return findings;
  }

  /** Tells what {@link #provide} would find, and changes nothing. */
  List<Finding> look(AccessToken admin, Identity identity) throws NotDone {
    List<Finding> findings = new ArrayList<>();
    List<Team> teams = teams(admin);
    for (Team team : teams) {
      if (settings.chooses(team.name())) {
        findings.add(look(admin, identity, team));
      }
    }
    findings.addAll(unknown(teams));
    return findings;
  }

  private Finding look(AccessToken admin, Identity identity, Team team) throws NotDone {
    List<Command> there = must(administration.commands(admin, team.id()));
    NewCommand wanted = identity.command(team.id());
    return switch (CommandStep.of(there, wanted, identity, false)) {
      case CommandStep.Keep _ -> good("command-good", team.name());
      case CommandStep.Make() -> wrong("command-missing", team.name());
      case CommandStep.Mend(var command) ->
          wrong("command-outdated", team.name(), command.url(), wanted.url());
      case CommandStep.Adopt(var command) -> foreign(team, command);
      case CommandStep.Leave(var command) -> foreign(team, command);
    };
  }

  /** Removes what is ours from all teams, chosen or not. */
  List<Finding> remove(AccessToken admin, Identity identity) throws NotDone {
    List<Finding> findings = new ArrayList<>();
    for (Team team : teams(admin)) {
      findings.addAll(remove(admin, identity, team));
    }
    provisions.commands().keySet().forEach(provisions::forgetCommand);
    return findings;
  }

  /** The teams that people can be in. */
  private List<Team> teams(AccessToken admin) throws NotDone {
    List<Team> teams = new ArrayList<>();
    List<Team> page;
    int number = 0;
    do {
      page = must(administration.teams(admin, number++, PAGE));
      teams.addAll(page);
    } while (page.size() == PAGE);
    return teams.stream().filter(team -> !team.archived()).toList();
  }

  private List<Finding> provide(AccessToken admin, Identity identity, Team team, boolean adopt)
      throws NotDone {
    NewCommand wanted = identity.command(team.id());
    List<Command> there = must(administration.commands(admin, team.id()));
    return switch (CommandStep.of(there, wanted, identity, adopt)) {
      case CommandStep.Keep(var command) -> {
        keep(command);
        yield List.of(good("command-good", team.name()));
      }
      case CommandStep.Make() -> {
        keep(must(administration.createCommand(admin, wanted)));
        yield List.of(changed("command-made", team.name()));
      }
      case CommandStep.Mend(var command) -> {
        keep(must(administration.changeCommand(admin, command.id(), wanted)));
        yield List.of(changed("command-mended", team.name(), command.url(), wanted.url()));
      }
      case CommandStep.Adopt(var command) -> {
        keep(renewed(admin, must(administration.changeCommand(admin, command.id(), wanted))));
        yield List.of(changed("command-adopted", team.name(), command.url()));
      }
      case CommandStep.Leave(var command) -> List.of(foreign(team, command));
    };
  }

  private static Finding foreign(Team team, Command command) {
    return wrong("command-of-others", team.name(), command.url());
  }

  /** Whoever knew the token of what is taken over shall not be able to call us with it. */
  private Command renewed(AccessToken admin, Command command) throws NotDone {
    return command.withToken(must(administration.renewCommandToken(admin, command.id())));
  }

  private void keep(Command command) {
    AccessToken token = Objects.requireNonNull(command.token(), "an administrator is told it");
    provisions.keepCommand(command.id(), command.team(), token);
  }

  private List<Finding> remove(AccessToken admin, Identity identity, Team team) throws NotDone {
    List<Finding> findings = new ArrayList<>();
    for (Command command : must(administration.commands(admin, team.id()))) {
      if (identity.isOurs(command)) {
        CommandId id = command.id();
        must(administration.deleteCommand(admin, id));
        provisions.forgetCommand(id);
        findings.add(changed("command-removed", team.name()));
      }
    }
    return findings;
  }

  /** Whoever chose a team that does not exist meant another. */
  private List<Finding> unknown(List<Team> teams) {
    return settings.teams().stream()
        .filter(chosen -> teams.stream().noneMatch(team -> team.name().equals(chosen)))
        .map(chosen -> wrong("team-unknown", chosen))
        .toList();
  }

  private static Finding good(String key, Object... arguments) {
    return new Finding(Finding.Grade.GOOD, WORDS.text(key, arguments));
  }

  private static Finding changed(String key, Object... arguments) {
    return new Finding(Finding.Grade.CHANGED, WORDS.text(key, arguments));
  }

  private static Finding wrong(String key, Object... arguments) {
    return new Finding(Finding.Grade.WRONG, WORDS.text(key, arguments));
  }
}
