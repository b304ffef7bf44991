package dev.bricklayer.simulator;

import dev.bricklayer.simulator.api.RateLimit;
import dev.bricklayer.simulator.api.Switches;
import java.nio.file.Path;
import java.time.InstantSource;
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
 * @param switches what an administrator would switch
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

  public Settings withVersion(String version) {
    return new Settings(
        port, version, data, demoWorld, faultControl, rateLimit, switches, keepPosts, clock);
  }

  public Settings withData(Path data) {
    return new Settings(
        port, version, data, demoWorld, faultControl, rateLimit, switches, keepPosts, clock);
  }

  /** Without people, teams and channels; the first account made will be the administrator. */
  public Settings empty() {
    return new Settings(
        port, version, data, false, faultControl, rateLimit, switches, keepPosts, clock);
  }

  public Settings withFaultControl() {
    return new Settings(
        port, version, data, demoWorld, true, rateLimit, switches, keepPosts, clock);
  }

  public Settings withRateLimit(RateLimit rateLimit) {
    return new Settings(
        port, version, data, demoWorld, faultControl, rateLimit, switches, keepPosts, clock);
  }

  public Settings withSwitches(Switches switches) {
    return new Settings(
        port, version, data, demoWorld, faultControl, rateLimit, switches, keepPosts, clock);
  }

  public Settings keepingPosts(int keepPosts) {
    return new Settings(
        port, version, data, demoWorld, faultControl, rateLimit, switches, keepPosts, clock);
  }

  public Settings withClock(InstantSource clock) {
    return new Settings(
        port, version, data, demoWorld, faultControl, rateLimit, switches, keepPosts, clock);
  }
}
