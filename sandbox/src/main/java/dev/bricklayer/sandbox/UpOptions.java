package dev.bricklayer.sandbox;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What {@code up} was asked for.
 *
 * @param data where data lives
 * @param fresh whether what is there is to be removed first
 * @param mattermost a real server; without one the stand-in is started
 * @param publicUrl how that server reaches the bff
 * @param listen the address on which bff and user listen
 * @param processes whether each service gets a process of its own
 * @param standInVersion the Mattermost version that the stand-in plays
 */
record UpOptions(
    Path data,
    boolean fresh,
    Optional<URI> mattermost,
    Optional<URI> publicUrl,
    String listen,
    boolean processes,
    String standInVersion,
    Ports ports) {

  static final String LOOPBACK = "127.0.0.1";

  /** The address of a service on this machine. */
  String url(ServiceName service) {
    return "http://%s:%d".formatted(LOOPBACK, ports.of(service));
  }

  /** Whose the data are: the real server's, or the stand-in's. */
  String owner() {
    return mattermost.map(URI::toString).orElse(DataDirectory.STAND_IN);
  }

  /** The real server's, or the stand-in's. */
  String mattermostUrl() {
    return mattermost
        .map(URI::toString)
        .orElse("http://%s:%d".formatted(LOOPBACK, ports.standIn()));
  }
}
