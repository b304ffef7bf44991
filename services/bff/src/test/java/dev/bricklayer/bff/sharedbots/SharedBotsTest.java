package dev.bricklayer.bff.sharedbots;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bricklayer.bff.installation.Provisions;
import dev.bricklayer.bff.world.BffWorld;
import dev.bricklayer.bff.world.Chatter;
import dev.bricklayer.bff.world.LivingBot;
import dev.bricklayer.bff.world.Script;
import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.Credentials;
import dev.bricklayer.contracts.SealedToken;
import dev.bricklayer.contracts.changecredentials.ChangeCredentials;
import dev.bricklayer.contracts.changecredentials.CredentialsChanged;
import dev.bricklayer.mattermost.AccessToken;
import dev.bricklayer.mattermost.MattermostUserId;
import dev.bricklayer.mattermost.NewToken;
import dev.bricklayer.mattermost.TokenId;
import dev.bricklayer.messaging.Received;
import dev.bricklayer.testkit.TestDatabase;
import java.time.Duration;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Bots that speak through Bricklayer's own, while its token is renewed. */
class SharedBotsTest {

  private static final String FIRST = "first0token0of0bricklayer0";
  private static final String SECOND = "second0token0of0bricklayer";

  private final BffWorld world = BffWorld.shared();

  @Test
  void getTheTokenThatBricklayerHasNowAndGetItOnce() {
    try (ConfigurableApplicationContext copy =
        world.apart(
            TestDatabase.fresh("shared"),
            "--bricklayer.mattermost.bot-token=",
            "--bricklayer.installation.reload-every=100ms",
            "--bricklayer.operations.dialog-within=40s")) {
      hasToken(copy, FIRST);
      LivingBot bot = LivingBot.of(new Chatter(copy, "lena"));
      assertThat(opened(bot.command().credentials(), bot.bot())).isEqualTo(FIRST);

      hasToken(copy, SECOND);
      Received<ChangeCredentials> command = world.others().next(ChangeCredentials.class, bot.bot());
      assertThat(command.body().owner()).isEqualTo(bot.owner());
      assertThat(command.body().credentials()).isInstanceOf(Credentials.Shared.class);
      assertThat(opened(command.body().credentials(), bot.bot())).isEqualTo(SECOND);

      world
          .others()
          .say(
              command.requiredSaga(),
              new CredentialsChanged(bot.bot(), bot.owner(), bot.name(), Script.ACCOUNT, 3));
      Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> outdated(copy) == 0);
    }
  }

  /** As provisioning leaves it. */
  private static void hasToken(ConfigurableApplicationContext copy, String token) {
    copy.getBean(Provisions.class)
        .keepBot(
            new MattermostUserId("bricklayersuserid000000000"),
            new NewToken(new TokenId(token + "id"), new AccessToken(token)));
  }

  private String opened(Credentials credentials, BotId bot) {
    SealedToken token = Objects.requireNonNull(credentials.token());
    return world.opener().open(token, bot);
  }

  private static long outdated(ConfigurableApplicationContext copy) {
    return copy.getBean(JdbcClient.class)
        .sql("select count(*) from shared_bot where token_sha256 <> sha256(:token::bytea)")
        .param("token", SECOND)
        .query(Long.class)
        .single();
  }
}
