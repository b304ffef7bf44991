package dev.bricklayer.sandbox;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** What the launcher runs. The first argument says which command. */
public final class Main {

  private static final int USAGE = 2;

  private Main() {}

  public static void main(String[] arguments) throws InterruptedException {
    List<String> rest =
        Arrays.asList(arguments).subList(Math.min(1, arguments.length), arguments.length);
    String command = arguments.length == 0 ? "" : arguments[0];
    if (rest.contains("--help") || rest.contains("-h")) {
      System.out.print(command.equals("up") ? UpArguments.USAGE : Task.USAGE);
      return;
    }
    try {
      switch (command) {
        case "up" -> up(UpArguments.read(rest, root()));
        case "provision", "doctor" -> task(Task.read(command, rest, root(), System.getenv()));
        default -> throw new UsageException("there is no command '%s'.".formatted(command));
      }
    } catch (UsageException e) {
      System.err.println("bricklayer: " + e.getMessage());
      System.exit(USAGE);
    }
  }

  private static void up(UpOptions options) throws InterruptedException {
    logTo(options.data().resolve("logs"));
    try {
      run(options, DataDirectory.open(options.data(), options.owner(), options.fresh()));
    } catch (CannotStartException e) {
      fail(e.sentence());
    }
  }

  /**
   * Our log is a file of the data directory; Spring Boot, which would set up its own, is told so.
   */
  private static void logTo(Path directory) {
    System.setProperty("logback.configurationFile", "sandbox-logback.xml");
    System.setProperty("bricklayer.logs", directory.toString());
    System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
    SLF4JBridgeHandler.removeHandlersForRootLogger();
  }

  private static void task(Task task) {
    logTo(task.where().data().resolve("logs"));
    Progress progress = new Progress(System.out);
    try {
      System.exit(isFine(task, progress) ? 0 : 1);
    } catch (CannotStartException e) {
      fail(e.sentence());
    } catch (Exception e) {
      log().error("The task failed", e);
      fail("it failed (%s).".formatted(e.getMessage()));
    }
  }

  private static boolean isFine(Task task, Progress progress) throws Exception {
    if (System.getenv("BRICKLAYER_DATABASE_URL") != null) {
      return TaskRun.withEnvironment(task, progress);
    }
    UpOptions where = task.where();
    try (var data = DataDirectory.openOrJoin(where.data(), where.owner())) {
      return TaskRun.of(task, data, progress);
    }
  }

  /** Starts everything and stays until a signal comes. */
  private static void run(UpOptions options, DataDirectory data) throws InterruptedException {
    Progress progress = new Progress(System.out);
    Belongings belongings = new Belongings();
    AtomicInteger status = new AtomicInteger();
    stopWhenToldTo(progress, belongings, status);
    try {
      belongings.keep(() -> data);
      SLF4JBridgeHandler.install();
      Installation.start(options, data, belongings, progress);
      progress.say("Bricklayer is ready");
    } catch (CancellationException stopped) {
      // A signal came while it started; the hook is at work.
    } catch (CannotStartException e) {
      status.set(1);
      fail(e.sentence());
    } catch (Exception e) {
      log().error("Bricklayer cannot start", e);
      status.set(1);
      fail("it could not start (%s); more stands in %s.".formatted(e.getMessage(), data.logs()));
    }
    new CountDownLatch(1).await();
  }

  /**
   * By a hook that ends with halt, because after a signal Java would exit with its number, not 0.
   */
  private static void stopWhenToldTo(
      Progress progress, Belongings belongings, AtomicInteger status) {
    Runnable stop =
        () -> {
          if (status.get() == 0) {
            progress.say("Stopping");
          }
          belongings.close();
          Runtime.getRuntime().halt(status.get());
        };
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("stop").unstarted(stop));
  }

  private static void fail(String sentence) {
    System.err.println("bricklayer: " + sentence);
    System.exit(1);
  }

  /** Not a field: the first logger opens the log file, whose directory must be known by then. */
  private static Logger log() {
    return LoggerFactory.getLogger(Main.class);
  }

  private static Path root() {
    return Path.of(System.getProperty("bricklayer.root", "")).toAbsolutePath();
  }
}
