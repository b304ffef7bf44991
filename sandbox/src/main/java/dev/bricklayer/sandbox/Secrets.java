package dev.bricklayer.sandbox;

import dev.bricklayer.sealing.OwnKey;
import dev.bricklayer.sealing.SealingKeys;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/** Secrets that are made once and kept in a file that only its owner can read. */
final class Secrets {

  private static final SecureRandom RANDOM = new SecureRandom();

  private final Path file;
  private final Properties known = new Properties();

  private Secrets(Path file) {
    this.file = file;
  }

  static Secrets in(Path file) throws IOException {
    var secrets = new Secrets(file);
    if (Files.exists(file)) {
      try (Reader reader = Files.newBufferedReader(file)) {
        secrets.known.load(reader);
      }
    }
    return secrets;
  }

  /**
   * A password of its own for this purpose, 192 random bits, made when asked for the first time.
   */
  synchronized String password(String purpose) {
    String password = known.getProperty(purpose);
    if (password == null) {
      byte[] random = new byte[24];
      RANDOM.nextBytes(random);
      password = HexFormat.of().formatHex(random);
      known.setProperty(purpose, password);
      write();
    }
    return password;
  }

  /** The key pair of this installation. */
  synchronized SealingKeys sealingKeys() {
    String privateText = known.getProperty("sealing.private");
    String publicText = known.getProperty("sealing.public");
    if (privateText == null || publicText == null) {
      SealingKeys made = SealingKeys.generate();
      known.setProperty("sealing.private", made.privateText());
      known.setProperty("sealing.public", made.publicText());
      write();
      return made;
    }
    return new SealingKeys(publicText, privateText);
  }

  /** What a service seals with what it keeps for itself. */
  synchronized String ownKeyOf(ServiceName service) {
    String name = service.text() + ".own-key";
    String key = known.getProperty(name);
    if (key == null) {
      key = OwnKey.generate();
      known.setProperty(name, key);
      write();
    }
    return key;
  }

  /** Aside and then renamed: a crash leaves the old file or the new one. */
  private void write() {
    try {
      Path partial =
          Files.createTempFile(
              file.getParent(),
              "secrets-",
              ".partial",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      try (Writer writer = Files.newBufferedWriter(partial)) {
        known.store(
            writer,
            "Made by Bricklayer at its first start. Whoever has them can read every token.");
      }
      Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("the secrets could not be written down", e);
    }
  }
}
