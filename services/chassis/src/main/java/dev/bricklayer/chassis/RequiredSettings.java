package dev.bricklayer.chassis;

import java.util.List;
import java.util.Map;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;

/**
 * Looks for what every service needs before anything is started, and names all that is missing at
 * once, by the names under which the environment carries it.
 */
final class RequiredSettings implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

  private static final Map<String, String> REQUIRED =
      Map.of(
          "bricklayer.database.url",
          "BRICKLAYER_DATABASE_URL, such as jdbc:postgresql://host/database",
          "bricklayer.database.user",
          "BRICKLAYER_DATABASE_USER, the role that owns the database",
          "bricklayer.database.password",
          "BRICKLAYER_DATABASE_PASSWORD",
          "bricklayer.kafka",
          "BRICKLAYER_KAFKA, such as host:9092");

  @Override
  public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
    Environment environment = event.getEnvironment();
    List<String> missing =
        REQUIRED.entrySet().stream()
            .filter(setting -> !environment.containsProperty(setting.getKey()))
            .map(Map.Entry::getValue)
            .sorted()
            .toList();
    if (!missing.isEmpty()) {
      throw new MissingSettingsException(missing);
    }
  }
}
