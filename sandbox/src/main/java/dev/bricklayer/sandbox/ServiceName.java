package dev.bricklayer.sandbox;

import dev.bricklayer.bff.BffApplication;
import dev.bricklayer.constructor.ConstructorApplication;
import dev.bricklayer.engine.EngineApplication;
import dev.bricklayer.storage.StorageApplication;
import dev.bricklayer.user.UserApplication;
import java.util.Locale;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** The five services, in the order in which they are started. */
public enum ServiceName {
  USER(UserApplication.class),
  CONSTRUCTOR(ConstructorApplication.class),
  STORAGE(StorageApplication.class),
  ENGINE(EngineApplication.class),
  BFF(BffApplication.class);

  private final Class<?> mainClass;

  ServiceName(Class<?> mainClass) {
    this.mainClass = mainClass;
  }

  /** As in module, package, database and settings names. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The class that runs it alone. */
  Class<?> mainClass() {
    return mainClass;
  }

  /** The service, ready to run in this process. */
  SpringApplicationBuilder application() {
    return switch (this) {
      case USER -> UserApplication.application();
      case CONSTRUCTOR -> ConstructorApplication.application();
      case STORAGE -> StorageApplication.application();
      case ENGINE -> EngineApplication.application();
      case BFF -> BffApplication.application();
    };
  }
}
