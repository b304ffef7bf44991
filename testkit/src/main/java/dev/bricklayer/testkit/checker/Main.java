package dev.bricklayer.testkit.checker;

import dev.bricklayer.embedded.DatabaseAccess;
import dev.bricklayer.testkit.checker.InstallationCheck.Judgement;
import dev.bricklayer.testkit.checker.InstallationCheck.PostSource;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;

/**
 * The checker as a program: looks at an installation that runs, prints what breaks a promise, and
 * ends with 0 where nothing does, 1 where something does, and 2 where it could not look.
 */
public final class Main {

  private static final String USAGE =
      """
      usage: java -cp … dev.bricklayer.testkit.checker.Main [--last 24h] [--posts FILE]

        --last   how far back, such as 90m or 24h; at most as far as Kafka keeps its topics
        --posts  an export: on each line a post as Mattermost's API has it, or an answer with several;
                 without it Mattermost is asked

      The environment is that of the engine:
        BRICKLAYER_DATABASE_URL, BRICKLAYER_DATABASE_USER, BRICKLAYER_DATABASE_PASSWORD
        BRICKLAYER_KAFKA                          absent: what was told of reminders is not looked at
        BRICKLAYER_MATTERMOST_URL, BRICKLAYER_MATTERMOST_ADMIN_TOKEN   unless --posts is given\
      """;

  private Main() {}

  /** Runs it. */
  public static void main(String[] arguments) {
    System.exit(run(arguments, System.getenv(), System.out, System.err));
  }

  /** As {@link #main}; returns the status. */
  public static int run(
      String[] arguments, Map<String, String> environment, PrintStream out, PrintStream err) {
    try {
      Options options = Options.read(arguments);
      Judgement judgement = check(options, environment).check(options.last());
      out.println(judgement);
      return judgement.report().findings().isEmpty() ? 0 : 1;
    } catch (IllegalArgumentException e) {
      err.println(e.getMessage() + "\n\n" + USAGE);
      return 2;
    } catch (IOException | IllegalStateException e) {
      err.println("Nothing can be said: " + e.getMessage() + cause(e));
      return 2;
    }
  }

  private static String cause(Exception e) {
    return e.getCause() == null ? "" : ": " + e.getCause().getMessage();
  }

  private static InstallationCheck check(Options options, Map<String, String> environment) {
    DatabaseAccess engine =
        new DatabaseAccess(
            needed(environment, "BRICKLAYER_DATABASE_URL"),
            needed(environment, "BRICKLAYER_DATABASE_USER"),
            needed(environment, "BRICKLAYER_DATABASE_PASSWORD"));
    PostSource posts =
        options.posts().isEmpty()
            ? new PostSource.Server(
                URI.create(needed(environment, "BRICKLAYER_MATTERMOST_URL")),
                needed(environment, "BRICKLAYER_MATTERMOST_ADMIN_TOKEN"))
            : new PostSource.Export(Path.of(options.posts()));
    return new InstallationCheck(engine, posts, environment.get("BRICKLAYER_KAFKA"));
  }

  private static String needed(Map<String, String> environment, String name) {
    String value = environment.get(name);
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException(name + " is not set.");
    }
    return value;
  }

  /**
   * What stands on the command line.
   *
   * @param posts a file; empty where Mattermost is asked
   */
  private record Options(Duration last, String posts) {

    static Options read(String[] arguments) {
      Options options = new Options(Duration.ofHours(24), "");
      Iterator<String> rest = Arrays.asList(arguments).iterator();
      while (rest.hasNext()) {
        String name = rest.next();
        if (!rest.hasNext()) {
          throw new IllegalArgumentException("There is nothing behind " + name + ".");
        }
        options = options.with(name, rest.next());
      }
      return options;
    }

    private Options with(String name, String value) {
      return switch (name) {
        case "--last" -> new Options(duration(value), posts);
        case "--posts" -> new Options(last, value);
        default -> throw new IllegalArgumentException("There is no option " + name + ".");
      };
    }

    private static Duration duration(String text) {
      String upper = text.toUpperCase(Locale.ROOT);
      try {
        return Duration.parse(upper.endsWith("D") ? "P" + upper : "PT" + upper);
      } catch (DateTimeParseException e) {
        throw new IllegalArgumentException(text + " is no length of time, such as 24h.", e);
      }
    }
  }
}
