package dev.bricklayer.simulator.config;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The settings of a server; immutable.
 *
 * @param values what differs from the stand-in's defaults
 */
public record Switches(Map<Setting, String> values) {

  /** What Bricklayer needs is on, nothing is restricted. */
  public static final Switches OPEN = new Switches(Map.of());

  /**
   * As on a real server that was just installed: neither bots nor access tokens can be made, and no
   * address of the machine or its network is called.
   */
  public static final Switches FRESH =
      new Switches(
          Arrays.stream(Setting.values())
              .filter(setting -> !setting.fresh().equals(setting.open()))
              .collect(Collectors.toMap(setting -> setting, Setting::fresh)));

  public Switches {
    values = Map.copyOf(values);
  }

  /**
   * The same with one other value.
   *
   * @throws IllegalArgumentException for a text that is no value of this setting
   */
  public Switches with(Setting setting, String value) {
    if (!fits(setting, value)) {
      throw new IllegalArgumentException("No value of " + setting.key() + ": " + value);
    }
    Map<Setting, String> changed = new EnumMap<>(Setting.class);
    changed.putAll(values);
    changed.put(setting, value);
    return new Switches(changed);
  }

  private static boolean fits(Setting setting, String value) {
    return switch (setting.kind()) {
      case FLAG -> value.equals("true") || value.equals("false");
      case NUMBER -> value.matches("[1-9]\\d{0,8}");
      case TEXT -> true;
    };
  }

  /** The same with a setting on. */
  public Switches on(Setting setting) {
    return with(setting, "true");
  }

  /** The same with a setting off. */
  public Switches off(Setting setting) {
    return with(setting, "false");
  }

  /** The same, where nothing was set with this value. */
  public Switches orElse(Setting setting, String value) {
    return values.containsKey(setting) ? this : with(setting, value);
  }

  /** The value as text. */
  public String text(Setting setting) {
    return values.getOrDefault(setting, setting.open());
  }
}
