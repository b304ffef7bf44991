package dev.bricklayer.simulator.config;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The settings as they are now. They can be changed while the server runs, as on a real one, but
 * last only until it ends: at the next start those of the start hold.
 */
public final class ServerConfig {

  private final AtomicReference<Switches> current;

  public ServerConfig(Switches atStart) {
    this.current = new AtomicReference<>(atStart);
  }

  /** Changes settings from the next call on. */
  public void change(UnaryOperator<Switches> change) {
    current.updateAndGet(change);
  }

  /** What holds now. */
  public Switches now() {
    return current.get();
  }

  public boolean isOn(Setting setting) {
    return text(setting).equals("true");
  }

  public String text(Setting setting) {
    return now().text(setting);
  }

  /** How long an integration may take to answer, and how long a trigger id lives. */
  public Duration integrationTimeout() {
    return Duration.ofSeconds(Long.parseLong(text(Setting.OUTGOING_INTEGRATION_REQUESTS_TIMEOUT)));
  }

  public boolean directToTeamMatesOnly() {
    return text(Setting.RESTRICT_DIRECT_MESSAGE).equals("team");
  }

  /** All settings by section, in the form of {@code GET /config}. */
  public ObjectNode toJson() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    for (Setting setting : Setting.values()) {
      ObjectNode section = json.withObjectProperty(setting.section());
      switch (setting.kind()) {
        case FLAG -> section.put(setting.key(), isOn(setting));
        case NUMBER -> section.put(setting.key(), Long.parseLong(text(setting)));
        case TEXT -> section.put(setting.key(), text(setting));
      }
    }
    return json;
  }

  /**
   * Takes over what stands in a configuration in the form of {@link #toJson}; settings that are not
   * played are passed over.
   *
   * @throws IllegalArgumentException for a value that is none
   */
  public void take(JsonNode json) {
    change(
        switches -> {
          Switches changed = switches;
          for (Setting setting : Setting.values()) {
            JsonNode value = json.path(setting.section()).path(setting.key());
            if (value.isValueNode() && !value.isNull()) {
              changed = changed.with(setting, value.asString());
            }
          }
          return changed;
        });
  }
}
