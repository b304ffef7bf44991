package dev.bricklayer.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bricklayer.embedded.PostgresServer;
import dev.bricklayer.user.UserCalls.Answer;
import dev.bricklayer.user.UserCalls.Person;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseAwayTest {

  @Test
  void callersAreToldToComeAgainAndAreServedWhenTheDatabaseIsBack(@TempDir Path directory)
      throws Exception {
    try (PostgresServer postgres = PostgresServer.start(directory, 0);
        RunningUser service =
            RunningUser.start(
                postgres.createRoleAndDatabase("user_alone", "secret"),
                Clock.systemUTC(),
                "--bricklayer.registration=open",
                "--spring.datasource.hikari.connection-timeout=500")) {
      UserCalls calls = service.calls();
      Person person = calls.newPerson();

      postgres.kill();

      assertBusy(calls.logIn(person.username(), UserCalls.PASSWORD));
      assertBusy(calls.refresh(person.refreshToken()));
      assertBusy(calls.me(person.accessToken()));
      assertBusy(calls.changeMe(person.accessToken(), Map.of("locale", "ru")));
      assertThat(calls.get("/.well-known/jwks.json").status()).isEqualTo(200);
      assertThat(calls.get("/actuator/health").status()).isEqualTo(503);

      postgres.restart();

      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> calls.me(person.accessToken()).status() == 200);
      assertThat(calls.me(person.accessToken()).text("locale")).isEqualTo("en");
      assertThat(calls.refresh(person.refreshToken()).status()).isEqualTo(200);
    }
  }

  private static void assertBusy(Answer answer) {
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.code()).isEqualTo("busy");
    assertThat(answer.header("Retry-After")).isNotBlank();
  }
}
