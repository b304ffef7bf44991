package dev.bricklayer.bff.installation;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The bff as Mattermost reaches it.
 *
 * @param publicUrl the address that Mattermost calls, without {@code /mattermost}
 */
@ConfigurationProperties("bricklayer")
public record PublicAddress(@DefaultValue("http://127.0.0.1:8080") URI publicUrl) {

  /** What Mattermost calls when somebody types our slash command. */
  public static final String COMMAND_HOOK = "/mattermost/slash";

  /** Everything that Mattermost calls is below this path, and nothing else. */
  public static final String HOOKS = "/mattermost/";

  /**
   * The address of a hook.
   *
   * @param path below {@link #HOOKS}
   */
  public URI of(String path) {
    String base = publicUrl.toString();
    return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path);
  }
}
