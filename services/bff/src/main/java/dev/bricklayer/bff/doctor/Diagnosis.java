package dev.bricklayer.bff.doctor;

import dev.bricklayer.bff.provisioning.Finding;
import dev.bricklayer.bff.provisioning.Finding.Grade;
import dev.bricklayer.mattermost.MattermostUser;
import dev.bricklayer.problems.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the symptoms mean, and the exact setting that mends each. A setting that could not be read
 * is no finding: without an administrator's token Mattermost tells few.
 */
final class Diagnosis {

  private static final Wording WORDS = Wording.beside(Diagnosis.class);

  /** Slower answers than a dialog's are not waited for. */
  private static final int SECONDS_OF_A_DIALOG = 10;

  private static final String ALLOWED = "ServiceSettings.AllowedUntrustedInternalConnections";
  private static final String TIMEOUT = "ServiceSettings.OutgoingIntegrationRequestsTimeout";

  private final Symptoms seen;
  private final List<Finding> findings = new ArrayList<>();

  private Diagnosis(Symptoms seen) {
    this.seen = seen;
  }

  /** One finding for each thing that was looked at and is not as it should be, and few more. */
  static List<Finding> of(Symptoms seen) {
    Diagnosis diagnosis = new Diagnosis(seen);
    diagnosis.siteUrl();
    diagnosis.switches();
    diagnosis.directMessages();
    diagnosis.patience();
    diagnosis.rateLimit();
    diagnosis.owners();
    seen.echo().ifPresent(diagnosis::echo);
    return List.copyOf(diagnosis.findings);
  }

  private void siteUrl() {
    String siteUrl = seen.setting("ServiceSettings.SiteURL");
    if (siteUrl.isEmpty()) {
      add(Grade.WRONG, "site-url-empty");
    } else if (!seen.siteAnswers()) {
      add(Grade.ODD, "site-url-does-not-answer", siteUrl);
    } else {
      add(Grade.GOOD, "site-url", siteUrl);
    }
  }

  private void switches() {
    if (seen.is("ServiceSettings.EnableCommands", false)) {
      add(Grade.WRONG, "commands-off");
    }
    if (seen.is("ServiceSettings.EnableBotAccountCreation", false)) {
      add(Grade.WRONG, "bots-off");
    }
    if (seen.is("ServiceSettings.EnableUserAccessTokens", false)) {
      add(Grade.ODD, "tokens-off");
    }
    if (seen.is("ServiceSettings.EnablePostUsernameOverride", false)) {
      add(Grade.ODD, "names-off");
    }
  }

  private void directMessages() {
    if ("team".equals(seen.setting("TeamSettings.RestrictDirectMessage"))) {
      add(Grade.ODD, "direct-messages-restricted");
    }
  }

  private void patience() {
    String seconds = seen.setting(TIMEOUT);
    if (seconds.matches("\\d{1,9}") && Integer.parseInt(seconds) < SECONDS_OF_A_DIALOG) {
      add(Grade.ODD, "impatient", seconds);
    }
  }

  private void rateLimit() {
    if (seen.is("RateLimitSettings.Enable", true)) {
      add(Grade.ODD, "rate-limited", seen.setting("RateLimitSettings.PerSec"));
    }
  }

  private void owners() {
    boolean botsFollow = seen.is("ServiceSettings.DisableBotsWhenOwnerIsDeactivated", true);
    seen.administrator().ifPresent(admin -> administrator(admin, botsFollow));
    seen.botOwner()
        .filter(owner -> !isAdministrator(owner))
        .ifPresent(owner -> add(botsFollow ? Grade.ODD : Grade.GOOD, "bot-owner", name(owner)));
  }

  private void administrator(MattermostUser admin, boolean botsFollow) {
    add(
        botsFollow ? Grade.ODD : Grade.GOOD,
        botsFollow ? "administrator-takes-bots-along" : "administrator",
        name(admin));
  }

  private boolean isAdministrator(MattermostUser owner) {
    return seen.administrator().map(MattermostUser::id).filter(owner.id()::equals).isPresent();
  }

  private static String name(MattermostUser user) {
    return user.username();
  }

  private void echo(Echo echo) {
    switch (echo) {
      case Echo.Heard() -> add(Grade.GOOD, "heard", seen.publicUrl());
      case Echo.Stranger() -> add(Grade.WRONG, "stranger", seen.publicUrl());
      case Echo.NotReached() -> notReached();
      case Echo.BadStatus() -> add(Grade.WRONG, "bad-status", seen.publicUrl());
      case Echo.NoCommand() -> add(Grade.WRONG, "no-command");
      case Echo.NotTried(var why) -> add(Grade.WRONG, "not-tried", why);
    }
  }

  /** Mattermost does not say which: where its list names the host, it is the network. */
  private void notReached() {
    String host = String.valueOf(seen.publicUrl().getHost()).toLowerCase(Locale.ROOT);
    Set<String> allowed = new TreeSet<>(List.of(seen.setting(ALLOWED).split("[\\s,]+")));
    allowed.remove("");
    if (allowed.contains(host)) {
      add(Grade.WRONG, "not-reached", seen.publicUrl());
      return;
    }
    allowed.add(host);
    add(Grade.WRONG, "not-allowed", seen.publicUrl(), String.join(" ", allowed));
  }

  private void add(Grade grade, String key, Object... arguments) {
    findings.add(new Finding(grade, WORDS.text(key, arguments)));
  }
}
