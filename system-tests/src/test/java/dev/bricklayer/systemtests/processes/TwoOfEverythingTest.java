package dev.bricklayer.systemtests.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bricklayer.sandbox.ServiceName;
import dev.bricklayer.schedule.ScheduleSpec;
import dev.bricklayer.systemtests.fleet.Fleet;
import dev.bricklayer.systemtests.fleet.Program;
import dev.bricklayer.testkit.checker.Checker;
import dev.bricklayer.testkit.checker.Content;
import dev.bricklayer.testkit.checker.Evidence;
import dev.bricklayer.testkit.checker.JobHistory;
import dev.bricklayer.testkit.checker.LedgerReader;
import dev.bricklayer.testkit.checker.Moment;
import dev.bricklayer.testkit.checker.Reckoning;
import dev.bricklayer.testkit.checker.Report;
import dev.bricklayer.testkit.checker.Report.Ending;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Two copies of each service; one of each is killed on the way. */
class TwoOfEverythingTest {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @Test
  void everySagaEndsAndEveryMinuteHasItsPostOnceThoughOneOfEachIsKilled(@TempDir Path directory)
      throws Throwable {
    try (Fleet fleet = Fleet.servers(directory, Map.of()).withOneOfEach().withOneOfEach()) {
      LedgerReader ledger = new LedgerReader(fleet.database(ServiceName.ENGINE));
      Program program = Program.registered(fleet.one(ServiceName.USER).address(), "ann");
      List<JobHistory> jobs = new ArrayList<>(create(fleet, program, ledger, "before", () -> {}));
      Instant from = nextMinute(ledger);
      for (ServiceName service : ServiceName.values()) {
        jobs.addAll(create(fleet, program, ledger, service.name(), fleet.one(service)::kill));
        fleet.start(service);
      }
      Instant until = nextMinute(ledger).plusMillis(1);

      await()
          .atMost(Duration.ofMinutes(4))
          .until(() -> ledger.now().isAfter(until) && ledger.isQuiet(until));
      Report report =
          Checker.check(
                  Evidence.between(
                      from, until, jobs, ledger.between(from, until), fleet.reminders()))
              .clean();
      assertThat(report.endings()).containsOnlyKeys(Ending.POSTED);
      assertThat(report.endings().get(Ending.POSTED)).isGreaterThanOrEqualTo(jobs.size());
    }
  }

  private static Instant nextMinute(LedgerReader ledger) {
    return ledger.now().truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
  }

  /** Three bots; something happens when the first is there. Waits until all of them are. */
  private static List<JobHistory> create(
      Fleet fleet, Program program, LedgerReader ledger, String when, Executable happening)
      throws Throwable {
    Instant asked = ledger.now();
    URI bff = fleet.living(ServiceName.BFF).getLast().address();
    String token = fleet.mattermost().demo().botToken();
    Set<String> names = new TreeSet<>();
    for (int i = 0; i < 3; i++) {
      if (i == 1) {
        happening.execute();
      }
      String name = when + " " + i;
      program.createBot(bff, Program.bot(name, token));
      names.add(name);
    }
    Collection<String> jobs = awaitActive(fleet, program, names);
    Moment active = new Moment(asked, ledger.now());
    return jobs.stream()
        .map(job -> JobHistory.created(UUID.fromString(job), active, everyMinute(fleet)))
        .toList();
  }

  /** What was created through one bff is read on the other. */
  private static Collection<String> awaitActive(Fleet fleet, Program program, Set<String> names) {
    URI reader = fleet.one(ServiceName.BFF).address();
    Map<String, String> jobs = new HashMap<>();
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              for (JsonNode bot : program.get(reader, "/api/v1/bots").body().path("items")) {
                String name = bot.path("name").asString();
                if (names.contains(name) && bot.path("status").asString().equals("ACTIVE")) {
                  jobs.put(name, bot.path("jobs").path(0).path("id").asString());
                }
              }
              assertThat(jobs.keySet()).isEqualTo(names);
            });
    return jobs.values();
  }

  private static Content everyMinute(Fleet fleet) {
    return Content.of(
        "Stand-up in **five** minutes",
        fleet.mattermost().demo().channelId("release"),
        Reckoning.of(ScheduleSpec.ofCron("* * * * *", "Europe/Berlin")));
  }
}
