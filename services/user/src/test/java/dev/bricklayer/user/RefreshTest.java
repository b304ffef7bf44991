package dev.bricklayer.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bricklayer.testkit.SettableClock;
import dev.bricklayer.testkit.TestDatabase;
import dev.bricklayer.user.UserCalls.Answer;
import dev.bricklayer.user.UserCalls.Person;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefreshTest {

  private final UserCalls calls = RunningUser.shared().calls();

  @Test
  void givesNewTokensForAToken() {
    Person person = calls.newPerson();

    Answer answer = calls.refresh(person.refreshToken());

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("refreshToken")).isNotEqualTo(person.refreshToken());
    assertThat(calls.me(answer.text("accessToken")).text("id")).isEqualTo(person.id().toString());
    assertThat(calls.refresh(answer.text("refreshToken")).status()).isEqualTo(200);
  }

  @Test
  void aSpentTokenThatComesAgainEndsEverythingThatCameFromItsLogIn() {
    Person person = calls.newPerson();
    String otherLogIn = calls.logIn(person.username(), UserCalls.PASSWORD).text("refreshToken");
    String newest = calls.refresh(person.refreshToken()).text("refreshToken");

    Answer again = calls.refresh(person.refreshToken());

    assertThat(again.status()).isEqualTo(401);
    assertThat(again.code()).isEqualTo("refresh-token-invalid");
    assertThat(calls.refresh(newest).status()).isEqualTo(401);
    assertThat(calls.refresh(otherLogIn).status()).isEqualTo(200);
  }

  @Test
  void ofManyWhoPresentATokenAtOnceOneAtMostIsServed() throws Exception {
    Person person = calls.newPerson();
    Callable<Answer> refreshing = () -> calls.refresh(person.refreshToken());

    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Answer> answers =
          callers.invokeAll(List.of(refreshing, refreshing, refreshing, refreshing)).stream()
              .map(Future::resultNow)
              .toList();

      List<Answer> served = answers.stream().filter(it -> it.status() == 200).toList();
      assertThat(served).hasSize(1);
      assertThat(calls.refresh(served.getFirst().text("refreshToken")).status()).isEqualTo(401);
    }
  }

  @Test
  void aNewPasswordEndsEveryLogIn() {
    Person person = calls.newPerson();
    String other = calls.logIn(person.username(), UserCalls.PASSWORD).text("refreshToken");

    Answer changed =
        calls.changeMe(
            person.accessToken(),
            Map.of("currentPassword", UserCalls.PASSWORD, "password", "seven-red-bricks"));

    assertThat(changed.status()).isEqualTo(200);
    assertThat(calls.refresh(person.refreshToken()).status()).isEqualTo(401);
    assertThat(calls.refresh(other).status()).isEqualTo(401);
    assertThat(calls.logIn(person.username(), UserCalls.PASSWORD).status()).isEqualTo(401);
    assertThat(calls.logIn(person.username(), "seven-red-bricks").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "' or 1=1 --"})
  void aTokenThatNobodyIssuedIsRefused(String token) {
    assertThat(calls.refresh(token).status()).isEqualTo(401);
  }

  /** A client may send its access token with whatever it asks. */
  @ParameterizedTest
  @CsvSource({
    "POST, /api/v1/tokens/refresh, 400",
    "POST, /api/v1/tokens, 400",
    "POST, /api/v1/users, 400",
    "GET, /.well-known/jwks.json, 200",
    "GET, /openapi.yaml, 200",
    "GET, /api/v1/users/me, 401",
  })
  void anAccessTokenThatIsOldIsInTheWayOnlyWhereOneIsNeeded(
      String method, String path, int expected) {
    HttpRequest.Builder broken =
        calls
            .request(path)
            .header("Authorization", "Bearer of.an.old")
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString("{"));

    assertThat(calls.send(broken).status()).isEqualTo(expected);
  }

  @Test
  void aTokenThatIsNotUsedForAMonthRunsOut() {
    SettableClock clock = SettableClock.at("2026-10-01T09:00:00Z");
    try (RunningUser service = startWith(clock)) {
      Person person = service.calls().newPerson();
      clock.advance(Duration.ofDays(30).minusSeconds(1));
      String next = service.calls().refresh(person.refreshToken()).text("refreshToken");
      clock.advance(Duration.ofDays(30));

      assertThat(service.calls().refresh(next).status()).isEqualTo(401);
    }
  }

  @Test
  void afterThreeMonthsThePasswordIsAskedForAgain() {
    SettableClock clock = SettableClock.at("2026-10-01T09:00:00Z");
    try (RunningUser service = startWith(clock)) {
      String token = service.calls().newPerson().refreshToken();
      for (int day = 0; day < 80; day += 20) {
        clock.advance(Duration.ofDays(20));
        token = service.calls().refresh(token).text("refreshToken");
      }
      clock.advance(Duration.ofDays(10));

      assertThat(service.calls().refresh(token).status()).isEqualTo(401);
    }
  }

  private static RunningUser startWith(SettableClock clock) {
    return RunningUser.start(TestDatabase.fresh("user"), clock, "--bricklayer.registration=open");
  }
}
