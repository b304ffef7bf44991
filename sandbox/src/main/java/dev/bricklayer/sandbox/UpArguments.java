package dev.bricklayer.sandbox;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the options of {@code up}. */
final class UpArguments {

  static final String USAGE =
      """
      usage: ./bricklayer up [OPTION]...

        --data DIR          where data lives (data/demo, or data/<host> with --mattermost)
        --fresh             begin with nothing: removes what is in that directory
        --processes         one process for each service
        --port-base N       move all ports: the bff gets N, the others those behind it
        --stand-in VERSION  the Mattermost that the stand-in plays: 11.6 (the default) or 9.10
        --mattermost URL    use this Mattermost instead of the stand-in; an administrator's token
                            belongs in BRICKLAYER_MATTERMOST_ADMIN_TOKEN
        --public-url URL    how that Mattermost reaches the bff
        --listen ADDRESS    open bff and user to others (default: this machine only)
      """;

  private static final Set<String> STAND_IN_VERSIONS = Set.of("11.6", "9.10");

  private @Nullable Path data;
  private boolean fresh;
  private @Nullable URI mattermost;
  private @Nullable URI publicUrl;
  private @Nullable String listen;
  private boolean processes;
  private @Nullable String standIn;
  private Ports ports = Ports.DEFAULT;

  private UpArguments() {}

  /**
   * Reads them.
   *
   * @param root the folder that relative default directories are in
   * @throws UsageException when they make no sense
   */
  static UpOptions read(List<String> arguments, Path root) throws UsageException {
    UpArguments read = new UpArguments();
    Deque<String> rest = new ArrayDeque<>(arguments);
    while (!rest.isEmpty()) {
      read.option(rest.removeFirst(), rest);
    }
    return read.checked(root);
  }

  private void option(String option, Deque<String> rest) throws UsageException {
    switch (option) {
      case "--fresh" -> fresh = true;
      case "--processes" -> processes = true;
      case "--data" -> data = path(value(option, rest));
      case "--mattermost" -> mattermost = url(option, value(option, rest));
      case "--public-url" -> publicUrl = url(option, value(option, rest));
      case "--listen" -> listen = address(value(option, rest));
      case "--stand-in" -> standIn = version(value(option, rest));
      case "--port-base" -> ports = ports(value(option, rest));
      default ->
          throw new UsageException(
              "there is no option '%s' of up; ./bricklayer up --help lists them."
                  .formatted(option));
    }
  }

  private UpOptions checked(Path root) throws UsageException {
    if (mattermost != null && standIn != null) {
      throw new UsageException("--mattermost and --stand-in exclude each other: leave one out.");
    }
    if (publicUrl != null && mattermost == null) {
      throw new UsageException(
          "--public-url is for a real server: say which with --mattermost URL.");
    }
    if (publicUrl != null && listen == null && !isLoopback(publicUrl.getHost())) {
      throw new UsageException(
          "--public-url %s cannot be reached while the bff listens to this machine only: add --listen ADDRESS."
              .formatted(publicUrl));
    }
    return new UpOptions(
        data != null ? data.toAbsolutePath().normalize() : root.resolve("data").resolve(world()),
        fresh,
        Optional.ofNullable(mattermost),
        Optional.ofNullable(publicUrl),
        listen != null ? listen : UpOptions.LOOPBACK,
        processes,
        standIn != null ? standIn : "11.6",
        ports);
  }

  private String world() {
    return mattermost == null ? "demo" : mattermost.getHost().toLowerCase(Locale.ROOT);
  }

  private static String value(String option, Deque<String> rest) throws UsageException {
    if (rest.isEmpty() || rest.getFirst().startsWith("--")) {
      throw new UsageException(
          "%s needs a value; ./bricklayer up --help tells which.".formatted(option));
    }
    return rest.removeFirst();
  }

  private static Path path(String value) throws UsageException {
    try {
      return Path.of(value);
    } catch (InvalidPathException e) {
      throw new UsageException("--data '%s' is not a path.".formatted(value));
    }
  }

  private static URI url(String option, String value) throws UsageException {
    try {
      URI url = new URI(value.endsWith("/") ? value.substring(0, value.length() - 1) : value);
      if (url.getHost() != null
          && Set.of("http", "https").contains(String.valueOf(url.getScheme()))) {
        return url;
      }
    } catch (URISyntaxException notAnAddress) {
      // told below, like an address of another kind
    }
    throw new UsageException(
        "%s '%s' is not an address such as https://mattermost.example.org."
            .formatted(option, value));
  }

  private static String address(String value) throws UsageException {
    try {
      return InetAddress.getByName(value).getHostAddress();
    } catch (UnknownHostException e) {
      throw new UsageException(
          "--listen '%s' is not an address of this machine, such as 0.0.0.0.".formatted(value));
    }
  }

  private static String version(String value) throws UsageException {
    if (!STAND_IN_VERSIONS.contains(value)) {
      throw new UsageException("--stand-in plays 11.6 or 9.10, not '%s'.".formatted(value));
    }
    return value;
  }

  private static Ports ports(String value) throws UsageException {
    int base = value.matches("\\d{1,5}") ? Integer.parseInt(value) : 0;
    if (base < 1024 || base > 65_535 - 8) {
      throw new UsageException(
          "--port-base '%s' is not a number from 1024 to 65527.".formatted(value));
    }
    return Ports.from(base);
  }

  private static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
