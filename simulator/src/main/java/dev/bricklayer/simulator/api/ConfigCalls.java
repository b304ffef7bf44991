package dev.bricklayer.simulator.api;

import dev.bricklayer.simulator.config.ServerConfig;
import dev.bricklayer.simulator.live.Audience;
import dev.bricklayer.simulator.live.Broadcast;
import dev.bricklayer.simulator.live.Hub;
import dev.bricklayer.simulator.world.User;

/** The administrator's settings, as far as they are played. */
final class ConfigCalls {

  private final ServerConfig config;
  private final Hub hub;
  private final Rights rights;

  ConfigCalls(Stage stage, Rights rights) {
    this.config = stage.config();
    this.hub = stage.hub();
    this.rights = rights;
  }

  Reply get(Call call) {
    User by = call.user();
    return rights.administers(by)
        ? Reply.ok(config.toJson())
        : Reply.forbidden(by.id(), "sysconsole_read");
  }

  /** What is left out stays as it was: for a whole configuration that makes no difference. */
  Reply put(Call call) {
    User by = call.user();
    if (!rights.administers(by)) {
      return Reply.forbidden(by.id(), "sysconsole_write");
    }
    if (call.object() == null) {
      return Reply.badBody("config");
    }
    try {
      config.take(call.body());
    } catch (IllegalArgumentException noValue) {
      return Reply.badBody("config");
    }
    hub.publish(new Broadcast("config_changed", Views.object(), Audience.everybody()));
    return Reply.ok(config.toJson());
  }
}
