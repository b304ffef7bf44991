package dev.bricklayer.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bricklayer.user.UserCalls.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

class SurfaceTest {

  /** What needs no access token; a call that is added is not among them by oversight. */
  private static final Set<String> OPEN =
      Set.of(
          "POST /api/v1/users",
          "POST /api/v1/tokens",
          "POST /api/v1/tokens/refresh",
          "GET /.well-known/jwks.json");

  private final RunningUser service = RunningUser.shared();
  private final UserCalls calls = service.calls();

  @Test
  void everyCallIsDescribedAndEveryDescribedCallIsThere() {
    assertThat(calledByName()).isEqualTo(UserCalls.DESCRIPTION.calls());
  }

  @Test
  void everyCallButTheOpenOnesNeedsAToken() {
    for (String call : calledByName()) {
      String[] methodAndPath = call.split(" ");
      Answer answer =
          calls.send(
              calls
                  .request(methodAndPath[1].replace("{id}", UUID.randomUUID().toString()))
                  .header("Content-Type", "application/json")
                  .method(methodAndPath[0], BodyPublishers.ofString("{}")));
      boolean refused = answer.status() == 401 && answer.code().equals("unauthenticated");
      assertThat(refused).as(call).isEqualTo(!OPEN.contains(call));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/openapi.yaml", "/docs", "/docs/assets/swagger-ui-bundle.js"})
  void theDescriptionNeedsNoLogIn(String path) {
    assertThat(calls.get(path).status()).isEqualTo(200);
  }

  @Test
  void healthAndMetricsAreOpenAndTellNoSecrets() {
    Answer metrics = calls.get("/actuator/prometheus");

    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(() -> assertThat(calls.get("/actuator/health").status()).isEqualTo(200));
    assertThat(metrics.status()).isEqualTo(200);
    assertThat(metrics.response().body()).contains("bricklayer_password_hash");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/actuator/env", "/actuator/heapdump", "/actuator"})
  void noOtherActuatorIsOpen(String path) {
    assertThat(calls.get(path).status()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/login", "/logout", "/api", "/favicon.ico", "/api/v2/users"})
  void whereNothingIsAnybodyIsToldSo(String path) {
    assertThat(calls.get(path).status()).isIn(404, 401);
    assertThat(calls.get(path).response().body()).doesNotContain("<html");
  }

  private Set<String> calledByName() {
    return service
        .bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .keySet()
        .stream()
        .flatMap(
            info ->
                info.getMethodsCondition().getMethods().stream()
                    .map(method -> method + " " + path(info)))
        .filter(call -> call.contains(" /api/") || call.contains(" /.well-known/"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String path(RequestMappingInfo info) {
    return info.getPatternValues().iterator().next();
  }
}
