package dev.bricklayer.bff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bricklayer.bff.world.BffWorld;
import dev.bricklayer.bff.world.Bodies;
import dev.bricklayer.bff.world.Person;
import dev.bricklayer.bff.world.Rest;
import dev.bricklayer.contracts.RefusalCode;
import dev.bricklayer.testkit.api.DescribedApi;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What is there is described, what is described is there, and nothing else is open. */
class SurfaceTest {

  private static final JsonNode DESCRIPTION =
      new YAMLMapper().readTree(SurfaceTest.class.getResourceAsStream("/openapi/bff.yaml"));

  private final BffWorld world = BffWorld.shared();
  private final Rest nobody = BffWorld.nobodyAt(world.patient());

  @Test
  void everyCallIsDescribedAndEveryDescribedCallIsThere() {
    assertThat(calls()).isEqualTo(DescribedApi.of("/openapi/bff.yaml").calls());
  }

  @Test
  void everyCallNeedsAToken() {
    for (String call : calls()) {
      String[] parts =
          call.replaceAll("\\{[^}]+}", "0b1c2d3e-4f50-6172-8394-a5b6c7d8e9f0").split(" ");
      Rest.Answer answer = nobody.call(parts[0], parts[1]);
      assertThat(answer.status()).as(call).isEqualTo(401);
    }
  }

  @Test
  void everyRefusalsCodeIsDescribed() {
    Set<String> described =
        DESCRIPTION
            .at("/components/schemas/Code/enum")
            .valueStream()
            .map(JsonNode::stringValue)
            .collect(Collectors.toSet());
    assertThat(described)
        .containsAll(Arrays.stream(RefusalCode.values()).map(RefusalCode::word).toList());
  }

  static Stream<JsonNode> examples() {
    return DESCRIPTION
        .at("/paths/~1api~1v1~1bots/post/requestBody/content/application~1json/examples")
        .valueStream();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void everyExampleWorksAsItStands(JsonNode example) {
    Rest rest = world.at(world.patient(), Person.named("lena"));
    Rest.Answer answer = rest.post("/api/v1/bots", example.get("value").toString());
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/openapi.yaml", "/docs", "/docs/assets/swagger-ui-bundle.js"})
  void theDescriptionNeedsNoLogIn(String path) {
    assertThat(nobody.get(path).status()).isEqualTo(200);
  }

  @Test
  void healthAndMetricsAreOpenAndTellNoSecrets() {
    world
        .at(world.patient(), Person.named("lena"))
        .post("/api/v1/bots", Bodies.bot(BffWorld.unique("metrics")).json());

    assertThat(nobody.get("/actuator/health").status()).isEqualTo(200);
    assertThat(nobody.get("/actuator/health/readiness").status()).isEqualTo(200);
    assertThat(nobody.get("/actuator/prometheus").text())
        .contains("bricklayer_operations_wait", "bricklayer_operations_awaited")
        .doesNotContain(Bodies.TOKEN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/actuator/env", "/actuator/heapdump", "/actuator", "/api/v2/bots"})
  void nothingElseOfUsIsOpen(String path) {
    assertThat(nobody.get(path).status()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/login", "/logout", "/favicon.ico", "/mattermost/command"})
  void whereNothingIsAnybodyIsToldSo(String path) {
    Rest.Answer answer = nobody.get(path);
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.at("/code")).isEqualTo("not-found");
  }

  private Set<String> calls() {
    return world
        .patient()
        .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .keySet()
        .stream()
        .flatMap(SurfaceTest::calls)
        .filter(call -> call.contains(" /api/"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<String> calls(RequestMappingInfo info) {
    return info.getMethodsCondition().getMethods().stream()
        .flatMap(method -> info.getPatternValues().stream().map(path -> method + " " + path));
  }
}
