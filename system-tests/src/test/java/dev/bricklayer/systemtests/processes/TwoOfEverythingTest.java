package dev.bricklayer.systemtests.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bricklayer.sandbox.ServiceName;
import dev.bricklayer.simulator.Posted;
import dev.bricklayer.systemtests.fleet.Fleet;
import dev.bricklayer.systemtests.fleet.Program;
import dev.bricklayer.systemtests.fleet.Program.Answer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two copies of each service; one of each is killed on the way. */
class TwoOfEverythingTest {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @Test
  void everySagaEndsAndEveryMinuteHasItsPostOnceThoughOneOfEachIsKilled(@TempDir Path directory)
      throws Exception {
    try (Fleet fleet = Fleet.servers(directory, Map.of()).withOneOfEach().withOneOfEach()) {
      Program program = Program.registered(fleet.one(ServiceName.USER).address(), "ann");
      Map<String, Answer> begun = new TreeMap<>();
      for (ServiceName service : ServiceName.values()) {
        begun.putAll(createWhileOneIsKilled(fleet, program, service));
        fleet.start(service);
      }

      Map<String, String> jobs = awaitActive(fleet, program, begun);
      Instant from = Instant.now().truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
      Instant until = from.plus(1, ChronoUnit.MINUTES);
      await()
          .atMost(Duration.ofMinutes(4))
          .until(() -> Instant.now().isAfter(until.plusSeconds(20)));

      assertThat(posts(fleet, jobs, from, until)).isEqualTo(expected(jobs, from, until));
      assertThat(early(fleet)).isEmpty();
    }
  }

  private static Map<String, Answer> createWhileOneIsKilled(
      Fleet fleet, Program program, ServiceName service) throws Exception {
    Map<String, Answer> begun = new HashMap<>();
    URI bff = fleet.living(ServiceName.BFF).getLast().address();
    String token = fleet.mattermost().demo().botToken();
    for (int i = 0; i < 3; i++) {
      String name = "while one " + service + " dies, " + i;
      if (i == 1) {
        fleet.one(service).kill();
      }
      begun.put(name, program.createBot(bff, Program.bot(name, token)));
    }
    return begun;
  }

  /** What was created through one bff is read on the other. */
  private static Map<String, String> awaitActive(
      Fleet fleet, Program program, Map<String, Answer> begun) {
    Map<String, String> jobs = new TreeMap<>();
    URI reader = fleet.one(ServiceName.BFF).address();
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              program
                  .get(reader, "/api/v1/bots")
                  .body()
                  .path("items")
                  .forEach(
                      bot -> {
                        if (bot.path("status").asString().equals("ACTIVE")) {
                          jobs.put(
                              bot.path("name").asString(),
                              bot.path("jobs").path(0).path("id").asString());
                        }
                      });
              assertThat(jobs.keySet()).isEqualTo(begun.keySet());
            });
    return jobs;
  }

  private static List<String> expected(Map<String, String> jobs, Instant from, Instant until) {
    List<String> expected = new ArrayList<>();
    for (String job : jobs.values()) {
      for (Instant at = from; !at.isAfter(until); at = at.plus(1, ChronoUnit.MINUTES)) {
        expected.add(job + " at " + at);
      }
    }
    return expected.stream().sorted().toList();
  }

  private static List<String> posts(
      Fleet fleet, Map<String, String> jobs, Instant from, Instant until) {
    return fleet.mattermost().posted().stream()
        .filter(post -> jobs.containsValue(prop(post, "job")))
        .filter(post -> !plannedAt(post).isBefore(from) && !plannedAt(post).isAfter(until))
        .map(post -> prop(post, "job") + " at " + plannedAt(post))
        .sorted()
        .toList();
  }

  private static List<Posted> early(Fleet fleet) {
    return fleet.mattermost().posted().stream()
        .filter(post -> post.props().has("bricklayer"))
        .filter(post -> post.at().isBefore(plannedAt(post)))
        .toList();
  }

  private static Instant plannedAt(Posted post) {
    return Instant.parse(prop(post, "plannedAt"));
  }

  private static String prop(Posted post, String name) {
    return post.props().path("bricklayer").path(name).asString("");
  }
}
