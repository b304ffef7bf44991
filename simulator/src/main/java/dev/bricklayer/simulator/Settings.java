package dev.bricklayer.simulator;

import dev.bricklayer.simulator.api.RateLimit;
import dev.bricklayer.simulator.config.Switches;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How a stand-in shall be.
 *
 * @param port where it listens, on loopback; 0 for any free port
 * @param version the server it plays: {@code 11.6} or {@code 9.10}
 * @param data the directory that keeps its data; null: they end with it
 * @param demoWorld whether to begin with the demo's people and channels, or empty
 * @param faultControl whether faults can be switched over HTTP, under {@code /stand-in/faults}. For
 *     tests only
 * @param rateLimit its rate limiter; null for none, as on a fresh real server
 * @param switches what an administrator has set; can be changed while it runs, see {@link
 *     StandInMattermost#config}
 * @param keepPosts how many posts it keeps; beyond it the oldest go
 * @param clock what it takes for now
 */
public record Settings(
    int port,
    String version,
    @Nullable Path data,
    boolean demoWorld,
    boolean faultControl,
    @Nullable RateLimit rateLimit,
    Switches switches,
    int keepPosts,
    InstantSource clock) {

  /** About 100 MB of reminders. */
  private static final int KEEP_POSTS = 200_000;

  /** The demo's stand-in: keeps its data, begins with the demo world. */
  public Settings(int port, String version, @Nullable Path data) {
    this(port, version, data, true, false, null, Switches.OPEN, KEEP_POSTS, InstantSource.system());
  }

  /** A test's: any free port, version 11.6, the demo world, data that end with it. */
  public static Settings forTest() {
    return new Settings(0, "11.6", null);
  }

  /** The parts of settings, to put other ones together from them. */
  private static final class Parts {
    private final int port;
    private String version;
    private @Nullable Path data;
    private boolean demoWorld;
    private boolean faultControl;
    private @Nullable RateLimit rateLimit;
    private Switches switches;
    private int keepPosts;
    private InstantSource clock;

    Parts(Settings settings) {
      port = settings.port;
      version = settings.version;
      data = settings.data;
      demoWorld = settings.demoWorld;
      faultControl = settings.faultControl;
      rateLimit = settings.rateLimit;
      switches = settings.switches;
      keepPosts = settings.keepPosts;
      clock = settings.clock;
    }

    Settings together() {
      return new Settings(
          port, version, data, demoWorld, faultControl, rateLimit, switches, keepPosts, clock);
    }
  }

  private Settings with(Consumer<Parts> change) {
    Parts parts = new Parts(this);
    change.accept(parts);
    return parts.together();
  }

  public Settings withVersion(String version) {
    return with(parts -> parts.version = version);
  }

  public Settings withData(Path data) {
    return with(parts -> parts.data = data);
  }

  /** Without people, teams and channels; the first account made will be the administrator. */
  public Settings empty() {
    return with(parts -> parts.demoWorld = false);
  }

  public Settings withFaultControl() {
    return with(parts -> parts.faultControl = true);
  }

  public Settings withRateLimit(RateLimit rateLimit) {
    return with(parts -> parts.rateLimit = rateLimit);
  }

  public Settings withSwitches(Switches switches) {
    return with(parts -> parts.switches = switches);
  }

  public Settings keepingPosts(int keepPosts) {
    return with(parts -> parts.keepPosts = keepPosts);
  }

  public Settings withClock(InstantSource clock) {
    return with(parts -> parts.clock = clock);
  }
}
