package dev.bricklayer.sandbox;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The part of this process's class path that a service consists of when it runs alone. The
 * service's own jar says which jars these are: a list of names that its build leaves in it.
 */
final class ServiceClassPath {

  private static final Pattern JAR = Pattern.compile("(?<artifact>.+?)-\\d.*\\.jar");

  /**
   * Jars by file name, and modules (their jar, or their classes in a build or an IDE) by module
   * name.
   */
  private final Map<String, Path> entries = new LinkedHashMap<>();

  private ServiceClassPath() {
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    Stream.of(classPath.split(File.pathSeparator))
        .filter(entry -> !entry.isBlank())
        .map(entry -> Path.of(entry).toAbsolutePath().normalize())
        .forEach(this::add);
  }

  /**
   * Its entries, the service itself first.
   *
   * @throws IllegalStateException when this process lacks one of them, or has it in another version
   */
  static List<Path> of(ServiceName service) {
    return new ServiceClassPath().find(service);
  }

  /** Where the classes of the sandbox itself are. */
  static Path ofThisModule() {
    Path entry = new ServiceClassPath().entries.get("sandbox");
    if (entry == null) {
      throw new IllegalStateException("the sandbox does not find itself on the class path");
    }
    return entry;
  }

  private void add(Path entry) {
    if (entry.endsWith(Path.of("target", "classes"))) {
      entries.putIfAbsent(entry.getName(entry.getNameCount() - 3).toString(), entry);
      return;
    }
    String file = entry.getFileName().toString();
    entries.putIfAbsent(file, entry);
    if (file.endsWith("-SNAPSHOT.jar")) {
      entries.putIfAbsent(artifact(file), entry);
    }
  }

  private List<Path> find(ServiceName service) {
    List<Path> found = new ArrayList<>();
    found.add(required(service, service.text()));
    for (String jar : libraries(service)) {
      Path entry = entries.get(jar);
      found.add(entry != null ? entry : required(service, artifact(jar)));
    }
    return found;
  }

  private Path required(ServiceName service, String name) {
    @Nullable Path entry = entries.get(name);
    if (entry == null) {
      throw new IllegalStateException(
          "%s runs with %s when it is alone; this class path lacks it, or has another version"
              .formatted(service.text(), name));
    }
    return entry;
  }

  private static List<String> libraries(ServiceName service) {
    String resource = "/META-INF/bricklayer/%s.classpath".formatted(service.text());
    try (InputStream list = ServiceClassPath.class.getResourceAsStream(resource)) {
      if (list == null) {
        throw new IllegalStateException(
            "the build of %s left no %s".formatted(service.text(), resource));
      }
      String text = new String(list.readAllBytes(), StandardCharsets.UTF_8).strip();
      return Stream.of(text.split(":")).map(name -> name.substring(name.indexOf('/') + 1)).toList();
    } catch (IOException e) {
      throw new IllegalStateException("could not read " + resource, e);
    }
  }

  private static String artifact(String jar) {
    Matcher matcher = JAR.matcher(jar);
    return matcher.matches() ? matcher.group("artifact") : jar;
  }
}
