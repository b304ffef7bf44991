package dev.bricklayer.embedded;

import java.io.IOException;
import java.nio.file.Path;

/** A directory is in use by another running instance. */
public final class DirectoryInUseException extends IOException {

  private static final long serialVersionUID = 1;

  DirectoryInUseException(Path directory) {
    super("%s is in use by another running instance".formatted(directory));
  }
}
