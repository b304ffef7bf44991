package dev.bricklayer.bff.doctor;

import dev.bricklayer.bff.installation.Installation;
import dev.bricklayer.bff.installation.Provisions;
import dev.bricklayer.bff.installation.PublicAddress;
import dev.bricklayer.bff.installation.ServerFacts;
import dev.bricklayer.bff.provisioning.Finding;
import dev.bricklayer.bff.provisioning.Finding.Grade;
import dev.bricklayer.bff.provisioning.Provisioner;
import dev.bricklayer.mattermost.AccessToken;
import dev.bricklayer.mattermost.Answer;
import dev.bricklayer.mattermost.Bot;
import dev.bricklayer.mattermost.ClientSettings;
import dev.bricklayer.mattermost.Health;
import dev.bricklayer.mattermost.MattermostClient;
import dev.bricklayer.mattermost.MattermostUser;
import dev.bricklayer.mattermost.MattermostUserId;
import dev.bricklayer.mattermost.ServerSettings;
import dev.bricklayer.problems.Wording;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The self-test: looks at everything that Bricklayer needs of Mattermost, on the way there and on
 * the way back, and changes nothing.
 */
@Component
public class Doctor {

  private static final Wording WORDS = Wording.beside(Doctor.class);

  private final MattermostClient mattermost;
  private final Installation installation;
  private final Provisions provisions;
  private final Provisioner provisioner;
  private final PublicAddress address;
  private final WayBack wayBack;

  Doctor(
      MattermostClient mattermost,
      Installation installation,
      Provisions provisions,
      Provisioner provisioner,
      PublicAddress address,
      WayBack wayBack) {
    this.mattermost = mattermost;
    this.installation = installation;
    this.provisions = provisions;
    this.provisioner = provisioner;
    this.address = address;
    this.wayBack = wayBack;
  }

  /** Everything that was looked at, one line each; what is wrong says what mends it. */
  public List<Finding> examine() {
    if (!(mattermost.clientConfig() instanceof Answer.Ok<ServerSettings>(var settings, _))) {
      return List.of(finding(Grade.WRONG, "away"));
    }
    List<Finding> findings = new ArrayList<>();
    findings.add(version(settings));
    Optional<AccessToken> admin = provisions.administrator();
    if (admin.isEmpty()) {
      findings.add(finding(Grade.ODD, "no-administrator"));
      findings.addAll(withoutAdministrator());
    } else {
      findings.addAll(provisioner.look());
    }
    findings.addAll(Diagnosis.of(symptoms(settings, admin)));
    return List.copyOf(findings);
  }

  private Finding version(ServerSettings settings) {
    ServerFacts facts = Installation.facts(settings);
    return facts.isAtLeast(9, 10)
        ? finding(Grade.GOOD, "version", facts.version())
        : finding(Grade.ODD, "version-untried", facts.version());
  }

  /** What was made by hand can only be looked at from outside. */
  private List<Finding> withoutAdministrator() {
    List<Finding> findings = new ArrayList<>();
    findings.add(
        installation
            .botToken()
            .map(mattermost::me)
            .map(this::bot)
            .orElseGet(() -> finding(Grade.ODD, "no-bot")));
    if (!provisions.commandsMadeByHand() && provisions.commands().isEmpty()) {
      findings.add(finding(Grade.ODD, "no-commands"));
    }
    return findings;
  }

  private Finding bot(Answer<MattermostUser> whose) {
    return switch (whose) {
      case Answer.Ok<MattermostUser>(var user, _) when user.bot() ->
          finding(Grade.GOOD, "bot", user.username());
      case Answer.Ok<MattermostUser>(var user, _) ->
          finding(Grade.WRONG, "bot-is-a-person", user.username());
      case Answer.Refused<MattermostUser> _ -> finding(Grade.WRONG, "bot-token-unknown");
      case Answer.Throttled<MattermostUser> _,
          Answer.Unreachable<MattermostUser> _,
          Answer.Ambiguous<MattermostUser> _ ->
          finding(Grade.WRONG, "away");
    };
  }

  private Symptoms symptoms(ServerSettings settings, Optional<AccessToken> admin) {
    Optional<MattermostUser> whose = admin.flatMap(token -> seen(mattermost.me(token)));
    return new Symptoms(
        settings(settings, admin),
        whose,
        admin.flatMap(this::botOwner),
        address.publicUrl(),
        siteAnswers(settings.siteUrl()),
        admin.flatMap(token -> whose.map(account -> wayBack.tryIt(token, account))));
  }

  /** What anybody may read, and with an administrator's token the rest. */
  private Map<String, String> settings(ServerSettings open, Optional<AccessToken> admin) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("ServiceSettings.SiteURL", open.siteUrl());
    String bots = open.values().get("EnableBotAccountCreation");
    if (bots != null) {
      all.put("ServiceSettings.EnableBotAccountCreation", bots);
    }
    admin
        .flatMap(token -> seen(mattermost.administration().configuration(token)))
        .ifPresent(configuration -> all.putAll(configuration.values()));
    return all;
  }

  private Optional<MattermostUser> botOwner(AccessToken admin) {
    return installation
        .botUser()
        .flatMap(bot -> seen(mattermost.administration().bot(admin, bot)))
        .map(Bot::owner)
        .filter(owner -> owner.matches("[a-z0-9]{26}"))
        .flatMap(owner -> seen(mattermost.user(admin, new MattermostUserId(owner))));
  }

  /** Late answers to commands are posted there. */
  private static boolean siteAnswers(String siteUrl) {
    try (MattermostClient site = new MattermostClient(ClientSettings.of(URI.create(siteUrl)))) {
      return site.ping() instanceof Answer.Ok<Health>;
    } catch (IllegalArgumentException notAnAddress) {
      return false;
    }
  }

  private static <T> Optional<T> seen(Answer<T> answer) {
    return answer instanceof Answer.Ok<T>(var value, _) ? Optional.of(value) : Optional.empty();
  }

  private static Finding finding(Grade grade, String key, Object... arguments) {
    return new Finding(grade, WORDS.text(key, arguments));
  }
}
