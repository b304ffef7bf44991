package dev.bricklayer.bff.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bricklayer.bff.world.BffTables;
import dev.bricklayer.mattermost.AccessToken;
import dev.bricklayer.mattermost.ClientSettings;
import dev.bricklayer.mattermost.MattermostClient;
import dev.bricklayer.mattermost.MattermostUserId;
import dev.bricklayer.sealing.OwnKey;
import dev.bricklayer.simulator.Settings;
import dev.bricklayer.simulator.StandInMattermost;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a copy of the bff knows of itself and of the server, and from where. */
class InstallationTest {

  private final StandInMattermost mattermost = StandInMattermost.start(Settings.forTest());
  private final MattermostClient client =
      new MattermostClient(ClientSettings.of(mattermost.address()));
  private final OwnKey key = new OwnKey(OwnKey.generate());
  private JdbcClient jdbc;
  private InstallationRepository repository;

  @BeforeEach
  void migrate() {
    jdbc = BffTables.fresh();
    repository = new InstallationRepository(jdbc);
  }

  @AfterEach
  void close() {
    client.close();
    mattermost.close();
  }

  private Installation configured(@Nullable String botToken, String... commandTokens) {
    return new Installation(
        repository,
        new MattermostSettings(mattermost.address(), botToken, null, List.of(commandTokens)),
        client,
        Optional.of(key),
        UUID::randomUUID);
  }

  private Installation unconfigured() {
    return configured(null);
  }

  @Test
  void withNothingConfiguredThereIsNoBotAndNoCommand() {
    Installation installation = unconfigured();
    installation.askServer();
    assertThat(installation.botToken()).isEmpty();
    assertThat(installation.botUser()).isEmpty();
    assertThat(installation.isCommandToken("")).isFalse();
  }

  @Test
  void everyCopyHasTheSameIdAndKeepsIt() {
    assertThat(unconfigured().id()).isEqualTo(unconfigured().id());
    assertThat(UUID.fromString(unconfigured().id())).isNotNull();
  }

  @Test
  void takesCommandTokensOfTheEnvironmentAndOfTheDatabase() {
    jdbc.sql("insert into slash_command values ('command', 'team', sha256('provisioned'))")
        .update();
    Installation installation = configured(null, "by-hand", " and-another ");
    assertThat(List.of("by-hand", "and-another", "provisioned"))
        .allMatch(installation::isCommandToken);
    assertThat(List.of("", "by-han", "by-hand2", "provisione"))
        .noneMatch(installation::isCommandToken);
  }

  @Test
  void learnsWhatAnotherCopyProvisioned() {
    Installation installation = unconfigured();
    keepBot(key, "made-by-another");
    jdbc.sql("insert into slash_command values ('command', 'team', sha256('provisioned'))")
        .update();
    installation.reload();
    assertThat(installation.botToken()).contains(new AccessToken("made-by-another"));
    assertThat(installation.botUser()).contains(new MattermostUserId("bot"));
    assertThat(installation.isCommandToken("provisioned")).isTrue();
  }

  @Test
  void theBotOfTheEnvironmentIsPreferredAndItsAccountAskedFor() {
    keepBot(key, "provisioned");
    Installation installation = configured(mattermost.demo().botToken());
    assertThat(installation.botToken()).contains(new AccessToken(mattermost.demo().botToken()));
    assertThat(installation.botUser()).isEmpty();
    installation.askServer();
    installation.reload();
    assertThat(installation.botUser())
        .contains(new MattermostUserId(mattermost.demo().userId("standup")));
  }

  @Test
  void aBotSealedWithAnotherKeyIsNoBot() {
    keepBot(new OwnKey(OwnKey.generate()), "token");
    assertThat(unconfigured().botToken()).isEmpty();
  }

  @Test
  void asksTheServerOnceAndKnowsItAfterwardsWhileItIsAway() {
    ServerFacts server = unconfigured().server();
    assertThat(server.version()).startsWith("11.6");
    assertThat(server.diagnosticId()).isNotEmpty();
    assertThat(server.siteUrl()).isEqualTo(mattermost.address().toString());
    assertThat(server.locale()).isEqualTo(Locale.ENGLISH);
    mattermost.down();
    assertThat(unconfigured().server()).isEqualTo(server);
    assertThat(unconfigured().knownServer()).contains(server);
  }

  @Test
  void aServerThatNeverAnsweredIsUnknown() {
    mattermost.down();
    Installation installation = unconfigured();
    installation.askServer();
    assertThat(installation.knownServer()).isEmpty();
    assertThatThrownBy(installation::server).isInstanceOf(ServerNeverReachedException.class);
  }

  private void keepBot(OwnKey sealingKey, String token) {
    Installation _ = unconfigured();
    jdbc.sql("update installation set bot_user_id = 'bot', bot_token_id = 'id', bot_token = :token")
        .param("token", sealingKey.seal(Installation.BOT_TOKEN, token))
        .update();
  }
}
