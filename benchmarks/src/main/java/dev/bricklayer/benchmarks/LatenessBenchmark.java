package dev.bricklayer.benchmarks;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** 1,000 reminders due in one second: how late they stand in the channel, by the server's clock. */
final class LatenessBenchmark implements Benchmark {

  private static final int REMINDERS = 1_000;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpClient http = HttpClient.newHttpClient();

  @Override
  public String name() {
    return "lateness";
  }

  @Override
  public Report run() throws Exception {
    Path data = RunningBricklayer.freshData();
    try (RunningBricklayer bricklayer = RunningBricklayer.start(data, RunningBricklayer.FOR_LOAD)) {
      Program program = Program.registered(bricklayer, "bench");
      ManyReminders reminders =
          ManyReminders.make(program, bricklayer.database("engine"), REMINDERS);
      return report(latenesses(bricklayer, reminders.due()));
    } finally {
      RunningBricklayer.remove(data);
    }
  }

  /** Waits until all stand in the channel, at most a minute after they were due. */
  private Map<String, Long> latenesses(RunningBricklayer bricklayer, Instant due) throws Exception {
    String channel =
        get(bricklayer, "/api/v4/teams/name/acme/channels/name/release").path("id").asString();
    Map<String, Long> byOccurrence = new HashMap<>();
    while (byOccurrence.size() < REMINDERS && Instant.now().isBefore(due.plusSeconds(60))) {
      Thread.sleep(500);
      JsonNode posts =
          get(
                  bricklayer,
                  "/api/v4/channels/%s/posts?since=%d"
                      .formatted(channel, due.toEpochMilli() - 1000))
              .path("posts");
      for (JsonNode post : posts) {
        String occurrence = post.path("props").path("bricklayer").path("occurrence").asString("");
        if (!occurrence.isEmpty()) {
          byOccurrence.put(occurrence, post.path("create_at").asLong() - due.toEpochMilli());
        }
      }
    }
    return byOccurrence;
  }

  private JsonNode get(RunningBricklayer bricklayer, String path) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(bricklayer.mattermost() + path))
            .header("Authorization", "Bearer " + bricklayer.botToken())
            .build();
    return JSON.readTree(http.send(request, HttpResponse.BodyHandlers.ofString()).body());
  }

  private Report report(Map<String, Long> latenesses) throws Exception {
    List<Long> sorted = latenesses.values().stream().sorted().toList();
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("reminders due", REMINDERS);
    row.put("posted", sorted.size());
    row.put("earliest ms", sorted.getFirst());
    row.put("p50 ms", sorted.get(sorted.size() / 2));
    row.put("p99 ms", sorted.get(sorted.size() * 99 / 100));
    row.put("latest ms", sorted.getLast());
    return new Report(name(), Report.thisEnvironment(), List.of(row), Map.of());
  }
}
