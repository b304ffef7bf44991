package dev.bricklayer.chassis;

import java.util.List;

/** Settings without which no service can begin. */
final class MissingSettingsException extends RuntimeException {

  MissingSettingsException(List<String> missing) {
    super(String.join("; ", missing));
  }
}
