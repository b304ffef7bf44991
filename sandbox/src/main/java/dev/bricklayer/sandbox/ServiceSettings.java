package dev.bricklayer.sandbox;

import dev.bricklayer.embedded.DatabaseAccess;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one service is told, under the names of environment variables: the same whether it runs in
 * this process or in its own.
 */
public record ServiceSettings(ServiceName service, Map<String, String> environment) {

  public int port() {
    return Integer.parseInt(environment.get("SERVER_PORT"));
  }

  /** The settings that every service has. */
  public static Map<String, String> common(int port, DatabaseAccess database, String kafka) {
    Map<String, String> settings = new TreeMap<>();
    settings.put("SERVER_PORT", Integer.toString(port));
    settings.put("SERVER_ADDRESS", UpOptions.LOOPBACK);
    settings.put("BRICKLAYER_DATABASE_URL", database.url());
    settings.put("BRICKLAYER_DATABASE_USER", database.user());
    settings.put("BRICKLAYER_DATABASE_PASSWORD", database.password());
    settings.put("BRICKLAYER_KAFKA", kafka);
    return settings;
  }

  @Override
  public String toString() {
    return "ServiceSettings[%s]".formatted(service.text());
  }
}
