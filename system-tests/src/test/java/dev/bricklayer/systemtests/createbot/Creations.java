package dev.bricklayer.systemtests.createbot;

import static org.awaitility.Awaitility.await;

import dev.bricklayer.sandbox.ServiceName;
import dev.bricklayer.systemtests.fleet.Fleet;
import dev.bricklayer.systemtests.fleet.Program;
import dev.bricklayer.systemtests.fleet.Program.Answer;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A program that creates one bot after the other, whoever lives just then: bots of either kind, and
 * some that are refused on the way. What it hears no answer to it asks for again under the same
 * key, as a careful program does.
 */
final class Creations {

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final int UNDERSTOOD_AND_REFUSED = 422;
  private static final Map<String, String> YEARLY =
      Map.of("cron", "0 9 1 1 *", "timeZone", "Europe/Berlin");

  private final Fleet fleet;
  private final Program program;
  private final String name;
  private final Random random;
  private final AtomicInteger begun = new AtomicInteger();
  private final CompletableFuture<Void> end = new CompletableFuture<>();
  private volatile boolean over;

  private Creations(Fleet fleet, Program program, String name, Random random) {
    this.fleet = fleet;
    this.program = program;
    this.name = name;
    this.random = random;
  }

  /** Begins, for this program; its bots bear this name and a number. */
  static Creations begin(Fleet fleet, Program program, String name, Random random) {
    Creations creations = new Creations(fleet, program, name, random);
    Thread.ofVirtual().name("creations " + name).start(creations::run);
    return creations;
  }

  /** How many were asked for so far. */
  int begun() {
    return begun.get();
  }

  /**
   * Asks for no more and returns when all are answered.
   *
   * @return how many there were
   */
  int finish() {
    over = true;
    end.join();
    return begun.get();
  }

  private void run() {
    try {
      while (!over) {
        create(begun.incrementAndGet());
      }
      end.complete(null);
    } catch (RuntimeException | Error e) {
      end.completeExceptionally(e);
    }
  }

  private void create(int number) {
    String bot = name + " " + number;
    Map<String, Object> body = body(bot);
    await("an answer about " + bot)
        .atMost(PATIENCE)
        .pollDelay(Duration.ZERO)
        .ignoreExceptions()
        .until(() -> ask(body, bot), Creations::isAnEnd);
  }

  private Answer ask(Map<String, Object> body, String bot) throws Exception {
    return program.createBot(fleet.one(ServiceName.BFF).address(), body, bot.replace(' ', '-'));
  }

  /** Whatever else is answered comes of somebody who is not there just now. */
  private static boolean isAnEnd(Answer answer) {
    return answer.status() == 201
        || answer.status() == 202
        || answer.status() == UNDERSTOOD_AND_REFUSED;
  }

  /** Refused by nobody, by constructor, or by the engine. */
  private Map<String, Object> body(String bot) {
    String token = fleet.mattermost().demo().botToken();
    return switch (random.nextInt(6)) {
      case 0, 1 -> Program.bot(bot, token, job("release"));
      case 2, 3 -> Program.managedBot(bot, job("release"));
      case 4 -> Program.bot(bot, "abcdefghijklmnopqrstuvwxyz", job("release"));
      default -> Program.bot(bot, token, job("off-topic"));
    };
  }

  private static Map<String, Object> job(String channel) {
    return Program.job(Map.of("team", "acme", "name", channel), YEARLY);
  }
}
