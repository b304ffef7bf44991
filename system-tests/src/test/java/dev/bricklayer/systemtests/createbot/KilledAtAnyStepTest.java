package dev.bricklayer.systemtests.createbot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bricklayer.sandbox.ServiceName;
import dev.bricklayer.systemtests.faults.Seed;
import dev.bricklayer.systemtests.fleet.Fleet;
import dev.bricklayer.systemtests.fleet.Program;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * While bots are created one after the other, now this service is killed and now that, of which
 * there is but one copy each. Afterwards every saga has ended: a whole bot, once, or nothing.
 */
@Tag("faults")
class KilledAtAnyStepTest {

  private static final int KILLS = Integer.getInteger("faults.sagakills", 50);
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final List<ServiceName> SERVICES = List.of(ServiceName.values());

  /** So short that some sagas are given up while somebody is away. */
  private static final Map<String, String> SETTINGS =
      Map.of(
          "BRICKLAYER_OPERATIONS_DEADLINE", "15s",
          "BRICKLAYER_TOKENS_LIFETIME", "2h",
          "BRICKLAYER_QUOTA_BOTS", "5000");

  private final Seed seed = Seed.fresh();
  private final Random random = seed.random();

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private Path directory;

  @Test
  void everySagaEndsWithAWholeBotOrWithNothing() throws Exception {
    try (Fleet fleet = Fleet.servers(directory, SETTINGS).withOneOfEach()) {
      List<Creations> streams = List.of(stream(fleet, "ann", "lena"), stream(fleet, "ben", "bob"));
      for (int kill = 0; kill < KILLS; kill++) {
        awaitMore(streams, 1 + random.nextInt(4));
        killAny(fleet);
      }
      int asked = streams.stream().mapToInt(Creations::finish).sum();
      EndsOfCreations ends = EndsOfCreations.of(fleet, PATIENCE);
      System.out.printf("%s: %d kills, %s%n", seed, KILLS, ends);
      assertThat(ends.done().size() + ends.undone().size())
          .as("each once, " + seed)
          .isEqualTo(asked);
      ends.check();
    } catch (AssertionError e) {
      throw new AssertionError(seed.toString(), e);
    }
  }

  private Creations stream(Fleet fleet, String account, String person) throws Exception {
    Program program = Program.registered(fleet.one(ServiceName.USER).address(), account);
    fleet.link(program.id(), person);
    return Creations.begin(fleet, program, account, new Random(random.nextLong()));
  }

  private void awaitMore(List<Creations> streams, int more) {
    int goal = begun(streams) + more;
    await("that bots are asked for")
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(1 + random.nextInt(60)))
        .until(() -> begun(streams) >= goal);
  }

  private static int begun(List<Creations> streams) {
    return streams.stream().mapToInt(Creations::begun).sum();
  }

  /** Its heir may meet the next death before it is up. */
  private void killAny(Fleet fleet) throws Exception {
    ServiceName service = SERVICES.get(random.nextInt(SERVICES.size()));
    fleet.one(service).kill();
    Fleet.Copy heir = fleet.launch(service);
    if (random.nextBoolean()) {
      heir.awaitReady();
    }
  }
}
