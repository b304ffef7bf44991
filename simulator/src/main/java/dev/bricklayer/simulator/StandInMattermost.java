package dev.bricklayer.simulator;

import dev.bricklayer.simulator.api.ApiHandler;
import dev.bricklayer.simulator.api.ServerVersion;
import dev.bricklayer.simulator.api.Sessions;
import dev.bricklayer.simulator.api.Stage;
import dev.bricklayer.simulator.config.ServerConfig;
import dev.bricklayer.simulator.config.Setting;
import dev.bricklayer.simulator.faults.FaultControl;
import dev.bricklayer.simulator.faults.Faults;
import dev.bricklayer.simulator.integration.Integrations;
import dev.bricklayer.simulator.live.Hub;
import dev.bricklayer.simulator.live.LiveHandler;
import dev.bricklayer.simulator.page.PageHandler;
import dev.bricklayer.simulator.world.FileJournal;
import dev.bricklayer.simulator.world.Ids;
import dev.bricklayer.simulator.world.Journal;
import dev.bricklayer.simulator.world.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;

/**
 * A stand-in for a Mattermost server: API v4 as far as Bricklayer uses it, with what real servers
 * of two versions were seen to answer, a page that shows what was posted, and faults to order. Not
 * Mattermost, and it says so.
 *
 * <p>Only tests and the demo know it. It listens on loopback and keeps tokens in clear: not for
 * real people.
 */
public final class StandInMattermost implements AutoCloseable {

  private static final String LOOPBACK = "127.0.0.1";
  private static final long IDLE_MILLIS = 600_000;
  private static final int MOST_BINDS = 500;

  private final World world;
  private final ServerConfig config;
  private final Integrations integrations;
  private final Faults faults = new Faults();
  private final DemoWorld demo;
  private final Server server;
  private final ServerConnector connector;
  private @Nullable Socket keptPort;

  private StandInMattermost(Settings settings) {
    ServerVersion version = ServerVersion.of(settings.version());
    this.world =
        World.open(journal(settings.data()), settings.clock(), new Ids(), settings.keepPosts());
    this.config = new ServerConfig(settings.switches());
    this.integrations = new Integrations(config, settings.clock());
    this.demo = new DemoWorld(world);
    this.server = new Server(threads());
    // Nobody waits for connections that are merely kept alive.
    this.server.setStopTimeout(0);
    this.connector = connector(server, settings.port());
    try {
      listen(settings.port());
      server.setHandler(handlers(settings, version));
      if (settings.demoWorld()) {
        demo.make();
      }
      server.start();
    } catch (Exception e) {
      close();
      throw e instanceof RuntimeException known ? known : new IllegalStateException(e);
    }
  }

  /**
   * Starts one.
   *
   * @throws UncheckedIOException if the port is taken or the data directory cannot be used
   * @throws IllegalArgumentException for a version that is not played
   * @throws IllegalStateException if another one uses the data directory, or the data are damaged
   */
  public static StandInMattermost start(Settings settings) {
    return new StandInMattermost(settings);
  }

  private static Journal journal(@Nullable Path data) {
    return data == null ? Journal.none() : FileJournal.open(data);
  }

  private static QueuedThreadPool threads() {
    QueuedThreadPool threads = new QueuedThreadPool();
    threads.setName("stand-in-mattermost");
    threads.setDaemon(true);
    threads.setVirtualThreadsExecutor(VirtualThreads.getDefaultVirtualThreadsExecutor());
    return threads;
  }

  private static ServerConnector connector(Server server, int port) {
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setSendDateHeader(false);
    // Strange addresses shall get Mattermost's 404, not Jetty's 400.
    http.setUriCompliance(UriCompliance.UNSAFE);
    ServerConnector connector =
        new ServerConnector(server, null, null, null, 1, 1, new HttpConnectionFactory(http));
    connector.setHost(LOOPBACK);
    connector.setPort(port);
    connector.setAcceptQueueSize(1024);
    // Longer than any client keeps a connection for later: one that is closed while it is taken
    // again looks like a fault.
    connector.setIdleTimeout(IDLE_MILLIS);
    connector.setReuseAddress(true);
    server.addConnector(connector);
    return connector;
  }

  /** Takes the port before anything is told its number. */
  private void listen(int port) {
    try {
      connector.open();
      connector.setPort(connector.getLocalPort());
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The stand-in Mattermost cannot listen on port " + port + ": " + e.getMessage(), e);
    }
  }

  private Handler handlers(Settings settings, ServerVersion version) {
    config.change(switches -> switches.orElse(Setting.SITE_URL, address().toString()));
    Hub hub = new Hub(world);
    Stage stage = new Stage(world, version, config, settings.clock(), integrations, hub);
    Sessions sessions = new Sessions(world, config);
    LiveHandler.Greeting greeting =
        new LiveHandler.Greeting(version.versionId(), world::freshId, sessions::userOf);
    Handler live = LiveHandler.of(server, hub, greeting);
    Handler api = new ApiHandler(stage, sessions, settings.rateLimit(), faults);
    Handler page = new PageHandler(world, version.shortName());
    return settings.faultControl()
        ? new Handler.Sequence(live, api, new FaultControl(faults, this::downFor), page)
        : new Handler.Sequence(live, api, page);
  }

  private void downFor(Duration duration) {
    Thread.startVirtualThread(
        () -> {
          down();
          LockSupport.parkNanos(duration.toNanos());
          up();
        });
  }

  /** Where it is, such as {@code http://127.0.0.1:8065}. */
  public URI address() {
    return URI.create("http://" + LOOPBACK + ":" + connector.getPort());
  }

  /** The demo's people, channels and tokens. */
  public DemoWorld demo() {
    return demo;
  }

  /** What an administrator has set, and can set while it runs. */
  public ServerConfig config() {
    return config;
  }

  /** What goes wrong with calls, on order. */
  public Faults faults() {
    return faults;
  }

  /**
   * Every post that people and bots made, oldest first, deleted ones included: what a checker
   * compares with what should be there.
   */
  public List<Posted> posted() {
    return world.posts().stream().filter(post -> !post.system()).map(Posted::of).toList();
  }

  /** How many posts it has forgotten because there were more than it keeps; a checker wants 0. */
  public long forgottenPosts() {
    return world.droppedPosts();
  }

  /** Refuses connections from now on and breaks those there are, until {@link #up}. */
  public synchronized void down() {
    if (keptPort != null) {
      return;
    }
    try {
      // First, because whoever is let in while it stops is neither answered nor cut off.
      connector.close();
      connector.stop();
      keptPort = keepPort();
    } catch (Exception e) {
      throw new IllegalStateException("The stand-in Mattermost would not go down", e);
    }
  }

  /** Bound but not listening: callers are refused, and nobody else gets the port meanwhile. */
  private Socket keepPort() throws IOException {
    InetSocketAddress port =
        new InetSocketAddress(InetAddress.ofLiteral(LOOPBACK), connector.getPort());
    Socket socket = new Socket();
    socket.setReuseAddress(true);
    for (int attempt = 1; !socket.isBound(); attempt++) {
      try {
        socket.bind(port);
      } catch (BindException stillListening) {
        // The listening socket is gone only when its selector has let go of it, a moment later.
        if (attempt == MOST_BINDS) {
          throw stillListening;
        }
        LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
      }
    }
    return socket;
  }

  /** Takes connections again, on the same port. */
  public synchronized void up() {
    if (keptPort == null) {
      return;
    }
    try {
      keptPort.close();
      keptPort = null;
      connector.start();
    } catch (Exception e) {
      throw new IllegalStateException("The stand-in Mattermost would not come up again", e);
    }
  }

  @Override
  public synchronized void close() {
    faults.clear();
    try {
      if (keptPort != null) {
        keptPort.close();
        keptPort = null;
      }
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("The stand-in Mattermost would not stop", e);
    } finally {
      integrations.close();
      world.close();
    }
  }
}
