package dev.bricklayer.systemtests.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bricklayer.sandbox.ServiceName;
import dev.bricklayer.schedule.ScheduleSpec;
import dev.bricklayer.systemtests.fleet.Fleet;
import dev.bricklayer.systemtests.fleet.Program;
import dev.bricklayer.systemtests.fleet.Program.Answer;
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
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
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
      Report report = judge(fleet, jobs.values(), from, until.plusMillis(1)).clean();
      assertThat(report.endings()).isEqualTo(Map.of(Ending.POSTED, 2 * jobs.size()));
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

  /** What the checker says, once all that is due before the end is settled. */
  private static Report judge(Fleet fleet, Collection<String> jobs, Instant from, Instant end) {
    LedgerReader ledger = new LedgerReader(fleet.database(ServiceName.ENGINE));
    await()
        .atMost(Duration.ofMinutes(4))
        .until(() -> ledger.now().isAfter(end) && ledger.isQuiet(end));
    Content everyMinute =
        Content.of(
            "Stand-up in **five** minutes",
            fleet.mattermost().demo().channelId("release"),
            Reckoning.of(ScheduleSpec.ofCron("* * * * *", "Europe/Berlin")));
    Moment active = Moment.at(from.minusSeconds(1));
    List<JobHistory> histories =
        jobs.stream()
            .map(job -> JobHistory.created(UUID.fromString(job), active, everyMinute))
            .toList();
    return Checker.check(
        Evidence.between(from, end, histories, ledger.between(from, end), fleet.reminders()));
  }
}
