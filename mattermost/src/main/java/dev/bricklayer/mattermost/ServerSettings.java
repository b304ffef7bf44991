package dev.bricklayer.mattermost;

import java.util.Map;

/**
 * The server's public settings, as any client reads them before login.
 *
 * @param values all of them, by Mattermost's names; every value is a string
 */
public record ServerSettings(Map<String, String> values) {

  public ServerSettings {
    values = Map.copyOf(values);
  }

  /**
   * Which server this is ({@code DiagnosticId}): stays the same for its life. Empty where it is not
   * told.
   */
  public String serverId() {
    return values.getOrDefault("DiagnosticId", "");
  }

  /** Such as {@code 11.6.0}; empty where it is not told. */
  public String version() {
    return values.getOrDefault("Version", "");
  }

  /** The address under which people reach it; empty where nobody has set it. */
  public String siteUrl() {
    return values.getOrDefault("SiteURL", "");
  }

  /** Whether a yes-or-no setting is on; false where it is missing. */
  public boolean isOn(String name) {
    return "true".equals(values.get(name));
  }
}
