package dev.bricklayer.bff.forms;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What was typed into a form, by the names of its fields; what was left empty is not there.
 *
 * @param keepsToken whether a token was typed before, which is not shown again
 */
public record FilledIn(Map<String, String> values, boolean keepsToken) {

  /** A form that nobody has seen yet. */
  public static final FilledIn NOTHING = new FilledIn(Map.of(), false);

  public FilledIn {
    values = Map.copyOf(values);
  }

  /** What was typed into a field, without blanks around it. */
  public Optional<String> value(String field) {
    return Optional.ofNullable(values.get(field)).map(String::strip).filter(it -> !it.isEmpty());
  }

  /** What to fill into a field. */
  public String or(String field, String otherwise) {
    return values.getOrDefault(field, otherwise);
  }

  /** The same, with what was typed over it. */
  public FilledIn with(FilledIn typed) {
    Map<String, String> both = new HashMap<>(values);
    both.putAll(typed.values());
    return new FilledIn(both, typed.keepsToken());
  }

  @Override
  public String toString() {
    return "FilledIn" + values.keySet();
  }
}
