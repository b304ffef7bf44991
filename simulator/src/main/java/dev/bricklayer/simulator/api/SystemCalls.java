package dev.bricklayer.simulator.api;

import dev.bricklayer.simulator.config.ServerConfig;
import dev.bricklayer.simulator.config.Setting;
import dev.bricklayer.simulator.world.World;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a server tells everybody about itself. */
final class SystemCalls {

  /** Everybody may know these. */
  private static final List<Setting> PUBLIC =
      List.of(Setting.SITE_URL, Setting.ENABLE_BOT_ACCOUNT_CREATION);

  /** Whoever has logged in may know these, too. */
  private static final List<Setting> FOR_USERS =
      List.of(
          Setting.ENABLE_COMMANDS,
          Setting.ENABLE_USER_ACCESS_TOKENS,
          Setting.ENABLE_POST_USERNAME_OVERRIDE,
          Setting.ENABLE_POST_ICON_OVERRIDE,
          Setting.RESTRICT_DIRECT_MESSAGE);

  private final World world;
  private final ServerConfig config;
  private final ObjectNode settings;

  SystemCalls(Stage stage) {
    this.world = stage.world();
    this.config = stage.config();
    this.settings = settingsOf(stage.version());
  }

  Reply ping(Call call) {
    ObjectNode json =
        Views.object()
            .put("ActiveSearchBackend", "database")
            .put("AndroidLatestVersion", "")
            .put("AndroidMinVersion", "")
            .put("IosLatestVersion", "")
            .put("IosMinVersion", "")
            .put("status", "OK");
    if (call.flag("get_server_status")) {
      json.put("database_status", "OK").put("filestore_status", "OK");
    }
    return Reply.ok(json);
  }

  Reply settings(Call call) {
    if (!call.query("format").equals("old")) {
      return Reply.badUrl("format");
    }
    ObjectNode json = settings.deepCopy();
    json.put("DiagnosticId", world.diagnosticId())
        .put("TelemetryId", world.diagnosticId())
        .put("NoAccounts", String.valueOf(world.users().isEmpty()));
    PUBLIC.forEach(setting -> json.put(setting.key(), config.text(setting)));
    if (call.caller() != null) {
      FOR_USERS.forEach(setting -> json.put(setting.key(), config.text(setting)));
    }
    return Reply.ok(json);
  }

  private static ObjectNode settingsOf(ServerVersion version) {
    String file = "client-config-" + version.shortName() + ".json";
    try (InputStream in = SystemCalls.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("Missing on the class path: " + file);
      }
      return (ObjectNode) JsonMapper.shared().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
