package dev.bricklayer.sandbox;

import dev.bricklayer.embedded.DatabaseAccess;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one service is told, under the names of environment variables: the same whether it runs in
 * this process or in its own.
 */
public record ServiceSettings(ServiceName service, Map<String, String> environment) {

  /**
   * Of a topic that is made. Each fetch of each consumer costs the broker a look at every partition
   * that it reads, and a machine has no use for as many copies of a service as a cluster has.
   */
  private static final int PARTITIONS = 4;

  /** Where it listens. */
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
    settings.put("BRICKLAYER_MESSAGING_PARTITIONS", Integer.toString(PARTITIONS));
    return settings;
  }

  /** All settings of a service of an installation. */
  static ServiceSettings of(
      ServiceName service,
      UpOptions options,
      DatabaseAccess database,
      String kafka,
      Secrets secrets,
      RegistrationSettings registration,
      MattermostTokens tokens) {
    Map<String, String> settings = common(options.ports().of(service), database, kafka);
    switch (service) {
      case BFF -> {
        settings.put("SERVER_ADDRESS", options.listen());
        settings.put("BRICKLAYER_MATTERMOST_URL", options.mattermostUrl());
        tokens.putInto(settings);
        settings.put("BRICKLAYER_PUBLIC_URL", publicUrl(options));
        settings.put("BRICKLAYER_USER_URL", options.url(ServiceName.USER));
        settings.put("BRICKLAYER_OWNKEY", secrets.ownKeyOf(service));
        settings.put("BRICKLAYER_SEALING_PUBLICKEY", secrets.sealingKeys().publicText());
      }
      case USER -> {
        settings.put("SERVER_ADDRESS", options.listen());
        settings.put("BRICKLAYER_OWNKEY", secrets.ownKeyOf(service));
        registration.putInto(settings);
      }
      case CONSTRUCTOR -> {
        settings.put("BRICKLAYER_MATTERMOST_URL", options.mattermostUrl());
        tokens.putInto(settings);
        settings.put("BRICKLAYER_SEALING_PRIVATEKEY", secrets.sealingKeys().privateText());
      }
      case ENGINE -> {
        settings.put("BRICKLAYER_MATTERMOST_URL", options.mattermostUrl());
        settings.put("BRICKLAYER_SEALING_PRIVATEKEY", secrets.sealingKeys().privateText());
      }
      case STORAGE -> {
        // It holds ciphertext and asks Mattermost nothing.
      }
    }
    return new ServiceSettings(service, settings);
  }

  private static String publicUrl(UpOptions options) {
    return options.publicUrl().map(URI::toString).orElse(options.url(ServiceName.BFF));
  }

  /** Names only: the values have passwords among them. */
  @Override
  public String toString() {
    return "ServiceSettings[%s: %s]".formatted(service.text(), environment.keySet());
  }
}
