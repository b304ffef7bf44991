package dev.bricklayer.mattermost;

import java.util.Map;
import java.util.Optional;

/**
 * The server's whole configuration as a system administrator reads it; secrets are blanked out by
 * Mattermost.
 *
 * @param values by section and name, such as {@code ServiceSettings.SiteURL}; each value as its
 *     JSON text, strings without quotation marks. Lists and maps are left out
 */
public record Configuration(Map<String, String> values) {

  public Configuration {
    values = Map.copyOf(values);
  }

  /** A setting's value; empty where the server does not have it, or does not tell it. */
  public Optional<String> value(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /** Whether a yes-or-no setting has this value; false where it is missing. */
  public boolean is(String name, boolean expected) {
    return Boolean.toString(expected).equals(values.get(name));
  }
}
