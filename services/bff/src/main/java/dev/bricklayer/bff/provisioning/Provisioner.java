package dev.bricklayer.bff.provisioning;

import static dev.bricklayer.bff.provisioning.NotDone.must;

import dev.bricklayer.bff.installation.Installation;
import dev.bricklayer.bff.installation.Provisions;
import dev.bricklayer.bff.installation.PublicAddress;
import dev.bricklayer.bff.installation.ServerFacts;
import dev.bricklayer.bff.installation.ServerNeverReachedException;
import dev.bricklayer.mattermost.AccessToken;
import dev.bricklayer.mattermost.Answer;
import dev.bricklayer.mattermost.MattermostClient;
import dev.bricklayer.mattermost.MattermostUser;
import dev.bricklayer.problems.Text;
import dev.bricklayer.problems.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Makes, mends and removes what Bricklayer needs in Mattermost. One copy does it at a time; what is
 * right already is left alone, what is somebody else's is reported; a step that fails leaves the
 * others to be done, and is tried again by the next run.
 */
@Component
public class Provisioner {

  private static final Wording WORDS = Wording.beside(Provisioner.class);
  private static final int UNAUTHORIZED = 401;

  private final MattermostClient mattermost;
  private final Installation installation;
  private final Provisions provisions;
  private final PublicAddress address;
  private final OneAtATime lock;
  private final OwnBot bot;
  private final TeamCommands commands;

  Provisioner(
      MattermostClient mattermost,
      Installation installation,
      Provisions provisions,
      PublicAddress address,
      OneAtATime lock,
      OwnBot bot,
      TeamCommands commands) {
    this.mattermost = mattermost;
    this.installation = installation;
    this.provisions = provisions;
    this.address = address;
    this.lock = lock;
    this.bot = bot;
    this.commands = commands;
  }

  /** One of the things that are done, in the administrator's name. */
  private interface Step {
    List<Finding> take(AccessToken admin, Identity identity) throws NotDone;
  }

  /** Whether there is an administrator's token to do it with. */
  public boolean isPossible() {
    return provisions.administrator().isPresent();
  }

  /** Whether it was undone on purpose, and is not repeated before somebody asks for it. */
  public boolean isOff() {
    return provisions.isOff();
  }

  /**
   * Makes or mends all of it.
   *
   * @param adopt whether a command or bot account of our name that is somebody else's is taken over
   * @return what was found and done, one line each
   */
  public List<Finding> provision(boolean adopt) {
    return alone(
        () -> {
          provisions.switchOff(false);
          return inTurn(
              (admin, identity) -> bot.provide(admin, identity, adopt),
              (admin, identity) -> commands.provide(admin, identity, adopt));
        });
  }

  /**
   * Removes all of it, so that people can no longer type the command; it is not made again before
   * {@link #provision}. Reminders that have bots of their own go on.
   */
  public List<Finding> remove() {
    return alone(
        () -> {
          provisions.switchOff(true);
          List<Finding> findings = inTurn(commands::remove, bot::remove);
          return findings.isEmpty()
              ? List.of(new Finding(Finding.Grade.GOOD, WORDS.text("nothing-to-remove")))
              : findings;
        });
  }

  /** What {@link #provision} would find, one line each. Changes nothing. */
  public List<Finding> look() {
    provisions.refresh();
    List<Finding> findings = new ArrayList<>();
    if (isOff()) {
      findings.add(new Finding(Finding.Grade.ODD, WORDS.text("off")));
    }
    findings.addAll(inTurn(bot::look, commands::look));
    return List.copyOf(findings);
  }

  /**
   * What an administrator can make by hand, with the values to paste; nothing where there is a
   * token, or all of it was made.
   */
  public List<Text> instructions() {
    boolean bot = provisions.botMadeByHand() || provisions.bot().isPresent();
    boolean commands = provisions.commandsMadeByHand() || !provisions.commands().isEmpty();
    if (isPossible() || (bot && commands)) {
      return List.of();
    }
    ServerFacts unknown = new ServerFacts("", "", "", Locale.ENGLISH);
    Identity identity = identity(installation.knownServer().orElse(unknown));
    return List.of(
        WORDS.text("by-hand"),
        WORDS.text("by-hand-bot", identity.bot().username(), identity.bot().description()),
        WORDS.text(
            "by-hand-command",
            Identity.NAME,
            identity.hook(),
            identity.commandDescription(),
            identity.bot().username()),
        WORDS.text("by-hand-start"));
  }

  /** How what is ours looks on this server. */
  public Identity identity(ServerFacts server) {
    Locale locale = Wording.languageFor(server.locale().toLanguageTag());
    return new Identity(installation.id(), address.of(PublicAddress.COMMAND_HOOK), locale);
  }

  private List<Finding> alone(Supplier<List<Finding>> work) {
    return lock.run(
            () -> {
              provisions.refresh();
              return work.get();
            })
        .orElseGet(() -> List.of(new Finding(Finding.Grade.ODD, WORDS.text("busy"))));
  }

  private List<Finding> inTurn(Step... steps) {
    Optional<AccessToken> admin = provisions.administrator();
    if (admin.isEmpty()) {
      return List.of(wrong("no-administrator"));
    }
    try {
      Optional<Finding> objection = objectionTo(admin.get());
      return objection.isPresent()
          ? List.of(objection.get())
          : inTurn(admin.get(), identity(installation.server()), steps);
    } catch (ServerNeverReachedException e) {
      return List.of(wrong("server-unknown", String.valueOf(e.getMessage())));
    } catch (NotDone e) {
      return List.of(wrong("not-done", e.why()));
    }
  }

  private static List<Finding> inTurn(AccessToken admin, Identity identity, Step... steps) {
    List<Finding> findings = new ArrayList<>();
    for (Step step : steps) {
      try {
        findings.addAll(step.take(admin, identity));
      } catch (NotDone e) {
        findings.add(wrong("not-done", e.why()));
      }
    }
    return List.copyOf(findings);
  }

  /** Why nothing can be done with this token, if so. */
  private Optional<Finding> objectionTo(AccessToken admin) throws NotDone {
    Answer<MattermostUser> whose = mattermost.me(admin);
    if (whose instanceof Answer.Refused<MattermostUser> no && no.status() == UNAUTHORIZED) {
      return Optional.of(wrong("administrator-unknown"));
    }
    MattermostUser account = must(whose);
    if (account.bot()) {
      return Optional.of(wrong("administrator-is-a-bot", account.username()));
    }
    return account.systemAdministrator()
        ? Optional.empty()
        : Optional.of(wrong("administrator-is-none", account.username()));
  }

  private static Finding wrong(String key, Object... arguments) {
    return new Finding(Finding.Grade.WRONG, WORDS.text(key, arguments));
  }
}
