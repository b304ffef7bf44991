package dev.bricklayer.contracts;

import java.util.Map;

/**
 * A business no. It is a value: the sentence for people is made where it is shown.
 *
 * @param code why, with the word that people and programs see
 * @param pointer JSON pointer to the field that caused it, in the body of the REST call that
 *     started the saga; empty when no field did
 * @param details what the sentence mentions, by name: {@code channel}, {@code quota}, …
 */
public record Refusal(RefusalCode code, String pointer, Map<String, String> details) {

  /** A refusal that needs no details. */
  public static Refusal of(RefusalCode code, String pointer) {
    return new Refusal(code, pointer, Map.of());
  }
}
