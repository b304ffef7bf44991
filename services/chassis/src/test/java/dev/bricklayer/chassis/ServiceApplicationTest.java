package dev.bricklayer.chassis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

class ServiceApplicationTest {

  @Test
  void findsSettingsAndMigrationsUnderItsOwnName() {
    try (ConfigurableApplicationContext context = started()) {
      Environment environment = context.getEnvironment();
      assertThat(environment.getProperty("bricklayer.said-by")).isEqualTo("its own file");
      assertThat(environment.getProperty("spring.flyway.locations"))
          .isEqualTo("classpath:db/example");
    }
  }

  @Test
  void takesTheSettingsThatTheReferenceNames() {
    try (ConfigurableApplicationContext context = started()) {
      Environment environment = context.getEnvironment();
      assertThat(environment.getProperty("spring.datasource.url"))
          .isEqualTo("jdbc:postgresql://db/example");
      assertThat(environment.getProperty("spring.datasource.username")).isEqualTo("example");
      assertThat(environment.getProperty("spring.datasource.password")).isEqualTo("secret");
      assertThat(environment.getProperty("bricklayer.messaging.bootstrap-servers"))
          .isEqualTo("kafka:9092");
    }
  }

  @Test
  void namesEverySettingThatIsMissing() {
    SpringApplicationBuilder service =
        ServiceApplication.of(Bare.class, "example").web(WebApplicationType.NONE);
    assertThatThrownBy(() -> service.run("--bricklayer.database.user=example"))
        .isInstanceOf(MissingSettingsException.class)
        .hasMessage(
            "BRICKLAYER_DATABASE_PASSWORD;"
                + " BRICKLAYER_DATABASE_URL, such as jdbc:postgresql://host/database;"
                + " BRICKLAYER_KAFKA, such as host:9092");
  }

  @Test
  void letsAServicesOwnFileWinOverTheDefaults() {
    try (ConfigurableApplicationContext context = started()) {
      assertThat(context.getEnvironment().getProperty("spring.datasource.hikari.maximum-pool-size"))
          .isEqualTo("3");
    }
  }

  private static ConfigurableApplicationContext started() {
    return ServiceApplication.of(Bare.class, "example")
        .web(WebApplicationType.NONE)
        .run(
            "--bricklayer.database.url=jdbc:postgresql://db/example",
            "--bricklayer.database.user=example",
            "--bricklayer.database.password=secret",
            "--bricklayer.kafka=kafka:9092");
  }

  /** An application without auto-configuration: only its environment is looked at. */
  @Configuration(proxyBeanMethods = false)
  static class Bare {}
}
