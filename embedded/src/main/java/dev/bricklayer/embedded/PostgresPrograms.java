package dev.bricklayer.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * PostgreSQL's own programs for this machine, unpacked once per user and version from the archive
 * on the class path.
 *
 * <p>PostgreSQL refuses to run as root. There the programs are started in a user namespace of their
 * own ({@code unshare -U}), where they are nobody in particular but still own root's files.
 */
final class PostgresPrograms {

  private final Path folder;
  private final List<String> prefix;

  private PostgresPrograms(Path folder, List<String> prefix) {
    this.folder = folder;
    this.prefix = prefix;
  }

  /**
   * Unpacks the programs unless they are there already; safe when several processes do it at once.
   *
   * @throws IOException when this platform has no archive, or the user's cache cannot be written
   */
  static PostgresPrograms unpacked() throws IOException {
    URL archive = archive();
    Path folder = cache().resolve("postgresql-" + fingerprint(archive));
    if (!Files.isDirectory(folder)) {
      unpack(archive, folder);
    }
    boolean root = "root".equals(System.getProperty("user.name"));
    return new PostgresPrograms(folder, root ? List.of("unshare", "-U") : List.of());
  }

  /**
   * Runs one of the programs to its end.
   *
   * @return what it printed
   * @throws IOException with what it printed, when it failed
   */
  String run(String program, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>(prefix);
    command.add(folder.resolve("bin").resolve(program).toString());
    command.addAll(arguments);
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .start();
    String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    if (process.onExit().join().exitValue() != 0) {
      throw new IOException("%s failed: %s".formatted(program, output));
    }
    return output;
  }

  private static URL archive() throws IOException {
    String name = "postgres-%s-%s.txz".formatted(system(), architecture());
    URL archive = PostgresPrograms.class.getResource("/" + name);
    if (archive == null) {
      throw new IOException(
          "there is no embedded PostgreSQL for this platform (%s)".formatted(name));
    }
    return archive;
  }

  private static String system() {
    return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac")
        ? "darwin"
        : "linux";
  }

  private static String architecture() {
    String architecture = System.getProperty("os.arch");
    String known =
        switch (architecture) {
          case "amd64", "x86_64" -> "x86_64";
          case "aarch64", "arm64" -> "arm_64";
          default -> architecture;
        };
    return Files.exists(Path.of("/etc/alpine-release")) ? known + "-alpine_linux" : known;
  }

  private static Path cache() {
    String cache = System.getenv("XDG_CACHE_HOME");
    return cache == null || cache.isBlank()
        ? Path.of(System.getProperty("user.home"), ".cache", "bricklayer")
        : Path.of(cache, "bricklayer");
  }

  /** The checksum that the jar's directory holds anyway: no need to read 15 MB at every start. */
  private static String fingerprint(URL archive) throws IOException {
    if (archive.openConnection() instanceof JarURLConnection jar) {
      return Long.toHexString(jar.getJarEntry().getCrc());
    }
    throw new IOException("expected the archive of PostgreSQL in a jar, found it at " + archive);
  }

  /** Whoever is second to finish finds the folder there and throws its own copy away. */
  private static void unpack(URL archive, Path folder) throws IOException {
    Files.createDirectories(folder.getParent());
    Path partial = Files.createTempDirectory(folder.getParent(), "unpacking-");
    try (InputStream stream = archive.openStream();
        TarArchiveInputStream tar =
            new TarArchiveInputStream(
                new XZCompressorInputStream(new BufferedInputStream(stream)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        unpack(tar, entry, partial);
      }
    }
    try {
      Files.move(partial, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException impossibleInOneFolder) {
      throw impossibleInOneFolder;
    } catch (FileSystemException anotherWasFirst) {
      deleteTree(partial);
      if (!Files.isDirectory(folder)) {
        throw anotherWasFirst;
      }
    }
  }

  private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path root)
      throws IOException {
    Path target = root.resolve(entry.getName()).normalize();
    if (!target.startsWith(root)) {
      throw new IOException(
          "the archive of PostgreSQL has an entry outside of it: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(tar, target);
    Files.setPosixFilePermissions(target, permissions(entry.getMode()));
  }

  private static Set<PosixFilePermission> permissions(int mode) {
    Set<PosixFilePermission> permissions =
        EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    if ((mode & 0100) != 0) {
      permissions.add(PosixFilePermission.OWNER_EXECUTE);
    }
    return permissions;
  }

  private static void deleteTree(Path root) throws IOException {
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path path : paths.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.delete(path);
      }
    }
  }
}
