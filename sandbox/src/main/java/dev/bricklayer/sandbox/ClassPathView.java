package dev.bricklayer.sandbox;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Shows a service this process's classes and resources as if only its own jars were there.
 *
 * <p>On one class path Spring Boot would configure every service for the union of all jars:
 * security would close the actuator of services that have none. Through this view it sees what it
 * sees when the service runs alone. The classes themselves stay those of the process, so that five
 * services cost the memory of one set of classes.
 */
final class ClassPathView extends ClassLoader {

  static {
    registerAsParallelCapable();
  }

  private final Set<Path> visible;

  ClassPathView(String name, Collection<Path> visible, ClassLoader parent) {
    super(name, parent);
    this.visible = visible.stream().map(Path::toAbsolutePath).collect(Collectors.toSet());
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    Class<?> type = super.loadClass(name, resolve);
    CodeSource source = type.getProtectionDomain().getCodeSource();
    // Classes of the JDK and those made at run time come from nowhere, and are everybody's.
    if (source == null || source.getLocation() == null || isVisible(source.getLocation())) {
      return type;
    }
    throw new ClassNotFoundException(
        "%s is not on the class path of %s".formatted(name, getName()));
  }

  @Override
  public @Nullable URL getResource(String name) {
    try {
      Enumeration<URL> all = getResources(name);
      return all.hasMoreElements() ? all.nextElement() : null;
    } catch (IOException e) {
      return null;
    }
  }

  @Override
  public Enumeration<URL> getResources(String name) throws IOException {
    return Collections.enumeration(
        Collections.list(super.getResources(name)).stream().filter(this::isVisible).toList());
  }

  private boolean isVisible(URL location) {
    return switch (location.getProtocol()) {
      case "file" -> isBelow(path(location));
      case "jar" -> isBelow(path(jarOf(location)));
      // "jrt": the JDK itself
      default -> true;
    };
  }

  private boolean isBelow(Path path) {
    return visible.contains(path) || visible.stream().anyMatch(path::startsWith);
  }

  private static URL jarOf(URL location) {
    try {
      URLConnection connection = location.openConnection();
      return ((JarURLConnection) connection).getJarFileURL();
    } catch (IOException e) {
      throw new IllegalStateException("not an address in a jar: " + location, e);
    }
  }

  private static Path path(URL location) {
    try {
      URI uri = location.toURI();
      return Path.of(uri);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("not an address of a file: " + location, e);
    }
  }
}
