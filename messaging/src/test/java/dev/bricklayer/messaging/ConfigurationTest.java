package dev.bricklayer.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bricklayer.messaging.Wire.Said;
import dev.bricklayer.testkit.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

class ConfigurationTest {

  private final Wire wire = new Wire();

  private TestService.Builder service() {
    return TestService.named("settings", wire, TestDatabase.fresh("settings"));
  }

  @Test
  void twoReactionsToOneKindOfMessageStopTheStart() {
    TestService.Builder service =
        service().reacting(Said.class, (said, out) -> {}).reacting(Said.class, (said, out) -> {});

    assertThatThrownBy(service::start)
        .rootCause()
        .hasMessageContaining("both react to Said")
        .hasMessageContaining("one reaction per kind of message");
  }

  @Test
  void aReactionToWhatIsNotInTheCatalogueStopsTheStart() {
    TestService.Builder service = service().reacting(String.class, (said, out) -> {});

    assertThatThrownBy(service::start)
        .rootCause()
        .hasMessageContaining("java.lang.String is not in the catalogue");
  }

  @Test
  void aServiceWithoutANameDoesNotStart() {
    TestService.Builder service = service().with("spring.application.name", "");

    assertThatThrownBy(service::start)
        .rootCause()
        .hasMessageContaining("set spring.application.name or bricklayer.messaging.group");
  }

  @Test
  void anInboxThatForgetsTooEarlyDoesNotStart() {
    TestService.Builder service = service().with("bricklayer.messaging.inbox-retention", "8d");

    assertThatThrownBy(service::start)
        .rootCause()
        .hasMessageContaining("inbox-retention must be longer");
  }

  @Test
  void messagingCanBeSwitchedOff() {
    try (TestService service = service().with("bricklayer.messaging.enabled", false).start()) {
      assertThat(service.has(Outbox.class)).isFalse();
    }
  }

  @Test
  void topicsAreMadeAsTheCatalogueSays() throws Exception {
    try (TestService _ = service().reacting(Said.class, (said, out) -> {}).startReady();
        Admin admin = Admin.create(Map.of("bootstrap.servers", wire.kafka()))) {
      String letters = KeptDeadLetters.topicFor(wire.events(), wire.service("settings"));
      Map<String, TopicDescription> topics =
          admin
              .describeTopics(List.of(wire.commands(), wire.events(), wire.state(), letters))
              .allTopicNames()
              .get(60, TimeUnit.SECONDS);

      assertThat(topics.values()).allSatisfy(topic -> assertThat(topic.partitions()).hasSize(3));
      assertThat(setting(admin, wire.state(), TopicConfig.CLEANUP_POLICY_CONFIG))
          .isEqualTo("compact");
      assertThat(setting(admin, wire.events(), TopicConfig.RETENTION_MS_CONFIG))
          .isEqualTo(String.valueOf(Duration.ofDays(7).toMillis()));
      assertThat(setting(admin, letters, TopicConfig.RETENTION_MS_CONFIG))
          .isEqualTo(String.valueOf(Duration.ofDays(14).toMillis()));
    }
  }

  private static String setting(Admin admin, String topic, String name) throws Exception {
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    return admin
        .describeConfigs(List.of(resource))
        .all()
        .get(60, TimeUnit.SECONDS)
        .get(resource)
        .get(name)
        .value();
  }

  @Test
  void healthSaysWhetherMessagesReachThisCopy() throws Exception {
    try (TestService service =
        service()
            .with("bricklayer.messaging.bootstrap-servers", "127.0.0.1:1")
            .reacting(Said.class, (said, out) -> {})
            .start()) {
      assertThat(health(service)).isEqualTo(Status.OUT_OF_SERVICE);
    }
    try (TestService service = service().reacting(Said.class, (said, out) -> {}).startReady()) {
      assertThat(health(service)).isEqualTo(Status.UP);
    }
  }

  private static Status health(TestService service) {
    return service.bean("messagingHealthIndicator", HealthIndicator.class).health().getStatus();
  }

  @Test
  void aCatalogueHasEachNameOnce() {
    record Other() {
      record Said() {}
    }
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new MessageCatalog(
                    List.of(
                        new MessageCatalog.Topic("t", false, Set.of(Said.class, Other.Said.class))),
                    Object::toString))
        .withMessageContaining("two messages are called Said");
  }
}
