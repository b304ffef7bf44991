package dev.bricklayer.sandbox;

import java.io.IOException;
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
                            belongs in BRICKLAYER_MATTERMOST_ADMIN_TOKEN; without one, what an
                            administrator made by hand in BRICKLAYER_MATTERMOST_BOT_TOKEN and
                            BRICKLAYER_MATTERMOST_COMMAND_TOKENS
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
  private @Nullable Ports ports;

  private final String command;

  private UpArguments(String command) {
    this.command = command;
  }

  /**
   * Reads them.
   *
   * @param root the folder that relative default directories are in
   * @throws UsageException when they make no sense
   */
  static UpOptions read(List<String> arguments, Path root) throws UsageException {
    UpArguments read = of("up", arguments);
    UpOptions options = read.checked(root, new LastRun(Optional.empty(), Optional.empty()));
    read.checkReachable();
    return options;
  }

  /**
   * Reads them for a command about an installation that was started before: what is not said is as
   * it was then.
   */
  static UpOptions readFor(String command, List<String> arguments, Path root)
      throws UsageException {
    UpArguments read = of(command, arguments);
    try {
      return read.checked(root, LastRun.on(read.directory(root)));
    } catch (IOException e) {
      throw new UsageException(
          "%s cannot be read (%s): choose another directory with --data DIR."
              .formatted(read.directory(root), e.getMessage()));
    }
  }

  private static UpArguments of(String command, List<String> arguments) throws UsageException {
    UpArguments read = new UpArguments(command);
    Deque<String> rest = new ArrayDeque<>(arguments);
    while (!rest.isEmpty()) {
      read.option(rest.removeFirst(), rest);
    }
    return read;
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
              "there is no option '%s' of %s; ./bricklayer %s --help lists them."
                  .formatted(option, command, command));
    }
  }

  private UpOptions checked(Path root, LastRun last) throws UsageException {
    if (mattermost != null && standIn != null) {
      throw new UsageException("--mattermost and --stand-in exclude each other: leave one out.");
    }
    if (publicUrl != null && mattermost == null) {
      throw new UsageException(
          "--public-url is for a real server: say which with --mattermost URL.");
    }
    return new UpOptions(
        directory(root),
        fresh,
        Optional.ofNullable(mattermost),
        Optional.ofNullable(publicUrl).or(last::publicUrl),
        listen != null ? listen : UpOptions.LOOPBACK,
        processes,
        standIn != null ? standIn : "11.6",
        ports != null ? ports : last.ports().orElse(Ports.DEFAULT));
  }

  private void checkReachable() throws UsageException {
    if (publicUrl != null && listen == null && !isLoopback(publicUrl.getHost())) {
      throw new UsageException(
          "--public-url %s cannot be reached while the bff listens to this machine only: add --listen ADDRESS."
              .formatted(publicUrl));
    }
  }

  private Path directory(Path root) {
    return data != null ? data.toAbsolutePath().normalize() : root.resolve("data").resolve(world());
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
