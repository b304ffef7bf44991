package dev.bricklayer.bff.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bricklayer.bff.provisioning.Finding;
import dev.bricklayer.bff.provisioning.Finding.Grade;
import dev.bricklayer.mattermost.MattermostUser;
import dev.bricklayer.mattermost.MattermostUserId;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every symptom is named together with the setting that mends it. */
class DiagnosisTest {

  private static final MattermostUser ADMIN =
      new MattermostUser(
          new MattermostUserId("a1"), "root", false, Set.of("system_admin"), "en", null, false);
  private static final MattermostUser ANN =
      new MattermostUser(
          new MattermostUserId("a2"), "ann", false, Set.of("system_user"), "en", null, false);
  private static final Map<String, String> HEALTHY =
      Map.of(
          "ServiceSettings.SiteURL", "https://chat.example.org",
          "ServiceSettings.EnableCommands", "true",
          "ServiceSettings.EnableBotAccountCreation", "true",
          "ServiceSettings.EnableUserAccessTokens", "true",
          "ServiceSettings.EnablePostUsernameOverride", "true",
          "ServiceSettings.OutgoingIntegrationRequestsTimeout", "30",
          "ServiceSettings.DisableBotsWhenOwnerIsDeactivated", "false",
          "ServiceSettings.AllowedUntrustedInternalConnections", "jira.internal, 10.1.0.0/16",
          "TeamSettings.RestrictDirectMessage", "any",
          "RateLimitSettings.Enable", "false");

  private Map<String, String> settings = new HashMap<>(HEALTHY);
  private Optional<MattermostUser> botOwner = Optional.of(ADMIN);
  private boolean siteAnswers = true;
  private Echo echo = new Echo.Heard();

  private List<Finding> findings() {
    return Diagnosis.of(
        new Symptoms(
            settings,
            Optional.of(ADMIN),
            botOwner,
            URI.create("http://bff.internal:8080"),
            siteAnswers,
            Optional.of(echo)));
  }

  private List<Finding> graded(Grade grade) {
    return findings().stream().filter(finding -> finding.grade() == grade).toList();
  }

  @Test
  void aHealthyServerIsAllGood() {
    assertThat(findings()).allMatch(finding -> finding.grade() == Grade.GOOD);
  }

  @ParameterizedTest
  @CsvSource({
    "ServiceSettings.SiteURL, '', WRONG",
    "ServiceSettings.EnableCommands, false, WRONG",
    "ServiceSettings.EnableBotAccountCreation, false, WRONG",
    "ServiceSettings.EnableUserAccessTokens, false, ODD",
    "ServiceSettings.EnablePostUsernameOverride, false, ODD",
    "ServiceSettings.OutgoingIntegrationRequestsTimeout, 5, ODD",
    "ServiceSettings.DisableBotsWhenOwnerIsDeactivated, true, ODD",
    "TeamSettings.RestrictDirectMessage, team, ODD",
    "RateLimitSettings.Enable, true, ODD"
  })
  void aSettingInTheWayIsNamedWithWhereItStands(String name, String value, Grade grade) {
    settings.put(name, value);
    assertThat(graded(grade)).hasSize(1);
    assertThat(graded(grade).getFirst().words().in(Locale.ENGLISH))
        .contains(name)
        .contains("System Console >");
    assertThat(graded(grade).getFirst().words().in(Locale.of("ru")))
        .contains(name)
        .contains("Системная консоль >");
  }

  @Test
  void whatCouldNotBeReadIsNoFinding() {
    settings = new HashMap<>(Map.of("ServiceSettings.SiteURL", "https://chat.example.org"));
    assertThat(findings()).allMatch(finding -> finding.grade() == Grade.GOOD);
  }

  @Test
  void aRefusedAddressIsToldWithTheWholeListToWrite() {
    echo = new Echo.NotReached();
    assertThat(only(Grade.WRONG))
        .contains("ServiceSettings.AllowedUntrustedInternalConnections")
        .contains("\"10.1.0.0/16 bff.internal jira.internal\"");
  }

  @Test
  void anAllowedHostThatIsNotReachedIsTheNetworks() {
    settings.put(
        "ServiceSettings.AllowedUntrustedInternalConnections", "jira.internal,bff.internal");
    echo = new Echo.NotReached();
    assertThat(only(Grade.WRONG)).doesNotContain("Allowed").contains("http://bff.internal:8080");
  }

  @Test
  void aSiteUrlThatDoesNotAnswerHereIsOdd() {
    siteAnswers = false;
    assertThat(only(Grade.ODD)).contains("ServiceSettings.SiteURL");
  }

  @Test
  void aBotOfSomebodyElsesIsToldWithItsOwner() {
    botOwner = Optional.of(ANN);
    settings.put("ServiceSettings.DisableBotsWhenOwnerIsDeactivated", "true");
    assertThat(graded(Grade.ODD)).hasSize(2);
    assertThat(graded(Grade.ODD).getLast().words().toString()).contains("@ann");
  }

  @Test
  void everyEchoSaysSomething() {
    for (Echo each :
        List.of(
            new Echo.Stranger(),
            new Echo.NotReached(),
            new Echo.BadStatus(),
            new Echo.NoCommand(),
            new Echo.NotTried("why"))) {
      echo = each;
      assertThat(only(Grade.WRONG)).isNotBlank();
    }
  }

  private String only(Grade grade) {
    List<Finding> found = graded(grade);
    assertThat(found).hasSize(1);
    return found.getFirst().words().in(Locale.ENGLISH);
  }
}
