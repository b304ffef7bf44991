package dev.bricklayer.simulator.api;

import dev.bricklayer.simulator.world.World;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a server tells everybody about itself. */
final class SystemCalls {

  private final World world;
  private final Switches switches;
  private final String siteUrl;
  private final ObjectNode settings;

  SystemCalls(World world, ServerVersion version, Switches switches, String siteUrl) {
    this.world = world;
    this.switches = switches;
    this.siteUrl = siteUrl;
    this.settings = settingsOf(version);
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
    if (!"old".equals(call.query().get("format"))) {
      return Reply.badUrl("format");
    }
    ObjectNode json = settings.deepCopy();
    json.put("DiagnosticId", world.diagnosticId())
        .put("TelemetryId", world.diagnosticId())
        .put("SiteURL", siteUrl)
        .put("NoAccounts", String.valueOf(world.users().isEmpty()))
        .put("EnableBotAccountCreation", String.valueOf(switches.botCreation()));
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
