package dev.bricklayer.sandbox;

import java.util.Locale;

/** The five services, in the order in which they are started. */
public enum ServiceName {
  USER,
  CONSTRUCTOR,
  STORAGE,
  ENGINE,
  BFF;

  /** As in module, package, database and settings names. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The class that runs it alone. */
  String mainClass() {
    String text = text();
    return "dev.bricklayer.%s.%s%sApplication"
        .formatted(text, text.substring(0, 1).toUpperCase(Locale.ROOT), text.substring(1));
  }
}
