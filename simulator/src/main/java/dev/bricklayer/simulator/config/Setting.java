package dev.bricklayer.simulator.config;

import java.util.Arrays;
import java.util.Optional;

/** What an administrator of a real server sets, as far as it is played, by its name there. */
public enum Setting {
  SITE_URL("ServiceSettings", "SiteURL", Kind.TEXT, "", ""),
  ENABLE_COMMANDS("ServiceSettings", "EnableCommands", Kind.FLAG, "true", "true"),
  ENABLE_BOT_ACCOUNT_CREATION(
      "ServiceSettings", "EnableBotAccountCreation", Kind.FLAG, "true", "false"),
  ENABLE_USER_ACCESS_TOKENS(
      "ServiceSettings", "EnableUserAccessTokens", Kind.FLAG, "true", "false"),
  ENABLE_POST_USERNAME_OVERRIDE(
      "ServiceSettings", "EnablePostUsernameOverride", Kind.FLAG, "true", "false"),
  ENABLE_POST_ICON_OVERRIDE(
      "ServiceSettings", "EnablePostIconOverride", Kind.FLAG, "true", "false"),
  ALLOWED_UNTRUSTED_INTERNAL_CONNECTIONS(
      "ServiceSettings",
      "AllowedUntrustedInternalConnections",
      Kind.TEXT,
      "127.0.0.1 localhost",
      ""),
  OUTGOING_INTEGRATION_REQUESTS_TIMEOUT(
      "ServiceSettings", "OutgoingIntegrationRequestsTimeout", Kind.NUMBER, "30", "30"),
  DISABLE_BOTS_WHEN_OWNER_IS_DEACTIVATED(
      "ServiceSettings", "DisableBotsWhenOwnerIsDeactivated", Kind.FLAG, "true", "true"),
  /** {@code any}, or {@code team}: people of a common team only. */
  RESTRICT_DIRECT_MESSAGE("TeamSettings", "RestrictDirectMessage", Kind.TEXT, "any", "any");

  /** What a value can be. */
  enum Kind {
    FLAG,
    NUMBER,
    TEXT
  }

  private final String section;
  private final String key;
  private final Kind kind;
  private final String open;
  private final String fresh;

  Setting(String section, String key, Kind kind, String open, String fresh) {
    this.section = section;
    this.key = key;
    this.kind = kind;
    this.open = open;
    this.fresh = fresh;
  }

  /** The setting of a section and a name there; empty for one that is not played. */
  public static Optional<Setting> of(String section, String key) {
    return Arrays.stream(values())
        .filter(setting -> setting.section.equals(section) && setting.key.equals(key))
        .findAny();
  }

  /** Such as {@code ServiceSettings}. */
  public String section() {
    return section;
  }

  /** Such as {@code EnableCommands}. */
  public String key() {
    return key;
  }

  Kind kind() {
    return kind;
  }

  /** The stand-in's own default: what Bricklayer needs is on. */
  String open() {
    return open;
  }

  /** The default of a real server that was just installed. */
  String fresh() {
    return fresh;
  }
}
