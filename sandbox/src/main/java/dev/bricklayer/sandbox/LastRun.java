package dev.bricklayer.sandbox;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/**
 * How {@code up} was last called on a data directory, so that other commands find what runs there
 * without being told again.
 *
 * @param bffPort the bff's port, from which the others follow
 * @param publicUrl how Mattermost reaches the bff, where that was said
 */
record LastRun(Optional<Integer> bffPort, Optional<URI> publicUrl) {

  private static final String FILE = "last-run.properties";
  private static final String BFF_PORT = "bff.port";
  private static final String PUBLIC_URL = "public.url";

  static LastRun of(UpOptions options) {
    return new LastRun(Optional.of(options.ports().bff()), options.publicUrl());
  }

  /** Nothing is known of a directory that nothing was started on. */
  static LastRun on(Path data) throws IOException {
    Path file = data.resolve(FILE);
    Properties known = new Properties();
    if (Files.exists(file)) {
      try (Reader reader = Files.newBufferedReader(file)) {
        known.load(reader);
      }
    }
    return new LastRun(
        Optional.ofNullable(known.getProperty(BFF_PORT)).map(Integer::valueOf),
        Optional.ofNullable(known.getProperty(PUBLIC_URL)).map(URI::create));
  }

  void keepOn(Path data) throws IOException {
    Properties known = new Properties();
    bffPort.ifPresent(port -> known.setProperty(BFF_PORT, port.toString()));
    publicUrl.ifPresent(url -> known.setProperty(PUBLIC_URL, url.toString()));
    try (Writer writer = Files.newBufferedWriter(data.resolve(FILE))) {
      known.store(writer, "How up was last called");
    }
  }

  Optional<Ports> ports() {
    return bffPort.map(port -> port == Ports.DEFAULT.bff() ? Ports.DEFAULT : Ports.from(port));
  }
}
