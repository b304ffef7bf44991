package dev.bricklayer.systemtests.createbot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bricklayer.sandbox.ServiceName;
import dev.bricklayer.systemtests.fleet.Fleet;
import dev.bricklayer.testkit.saga.Rows;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What became of all bots that were asked for, and whether that is what all services say: of each
 * that was made everything is there, of each that was undone a tombstone.
 *
 * @param done the bots that were made
 * @param undone the others
 */
record EndsOfCreations(Fleet fleet, Set<UUID> done, Set<UUID> undone) {

  private static final String OPEN =
      "select count(*) from operation where status not in ('DONE', 'UNDONE')";

  private static final String OWED =
      """
      select (select count(*) from messaging.intent)
        + (select count(*) from messaging.outbox_message where sent_at is null)
      """;

  /** Where an undone bot is still named, by service, besides messages. */
  private static final Map<ServiceName, Set<String>> TOMBSTONES =
      Map.of(
          ServiceName.USER, Set.of(),
          ServiceName.CONSTRUCTOR, Set.of("public.bot_tombstone"),
          ServiceName.STORAGE, Set.of("public.bot_tombstone"),
          ServiceName.ENGINE, Set.of("public.first_plan"),
          ServiceName.BFF, Set.of("public.operation", "public.bot", "public.job"));

  /** Waits until every operation has ended and nobody owes anybody a message or a call. */
  static EndsOfCreations of(Fleet fleet, Duration patience) {
    await("that every operation ends")
        .atMost(patience)
        .ignoreExceptions()
        .until(() -> count(fleet, ServiceName.BFF, OPEN) == 0);
    for (ServiceName service : ServiceName.values()) {
      await("that " + service + " owes nothing")
          .atMost(patience)
          .ignoreExceptions()
          .until(() -> count(fleet, service, OWED) == 0);
    }
    return new EndsOfCreations(fleet, ended(fleet, "DONE"), ended(fleet, "UNDONE"));
  }

  /** Looks into every database, and into Mattermost. */
  void check() throws Exception {
    await("that the last news is heard")
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(this::everyServiceHasWhatWasMadeAndNothingElse);
    nothingNamesWhatWasUndone();
    everyAccountIsABots();
    for (ServiceName service : ServiceName.values()) {
      assertThat(count(fleet, service, "select count(*) from messaging.dead_letter"))
          .as("dead letters of " + service)
          .isZero();
    }
  }

  private void everyServiceHasWhatWasMadeAndNothingElse() {
    assertBots(ServiceName.CONSTRUCTOR, "select bot_id from bot where status = 'ACTIVE'");
    assertBots(ServiceName.CONSTRUCTOR, "select bot_id from bot");
    assertBots(ServiceName.STORAGE, "select bot_id from job where status = 'ACTIVE'");
    assertBots(ServiceName.STORAGE, "select bot_id from job");
    assertBots(ServiceName.STORAGE, "select bot_id from bot_credentials");
    assertBots(ServiceName.ENGINE, "select bot_id from first_plan where state = 'PLANNED'");
    assertBots(ServiceName.ENGINE, "select bot_id from schedule where next_fire_at is not null");
    assertBots(ServiceName.ENGINE, "select bot_id from bot");
    assertBots(ServiceName.BFF, "select bot_id from bot where status = 'ACTIVE'");
    assertBots(ServiceName.BFF, "select bot_id from bot where status <> 'DELETED'");
    assertBots(ServiceName.BFF, "select bot_id from job where status <> 'DELETED'");
  }

  /** Each once. */
  private void assertBots(ServiceName service, String question) {
    List<UUID> bots = fleet.rows(service).sql(question).query(UUID.class).list();
    assertThat(bots).as(service + ": " + question).containsExactlyInAnyOrderElementsOf(done);
  }

  private void nothingNamesWhatWasUndone() {
    if (undone.isEmpty()) {
      return;
    }
    for (ServiceName service : ServiceName.values()) {
      Set<String> tables =
          Rows.naming(fleet.database(service), List.copyOf(undone)).keySet().stream()
              .filter(table -> !table.startsWith("messaging."))
              .collect(Collectors.toCollection(TreeSet::new));
      assertThat(TOMBSTONES.get(service))
          .as(service + " still names bots that were undone")
          .containsAll(tables);
    }
  }

  /** An account that was made for a bot that is not to be is closed. */
  private void everyAccountIsABots() throws Exception {
    Set<String> expected =
        Set.copyOf(
            fleet
                .rows(ServiceName.CONSTRUCTOR)
                .sql("select username from managed_account")
                .query(String.class)
                .list());
    assertThat(
            fleet
                .rows(ServiceName.CONSTRUCTOR)
                .sql("select bot_id from managed_account")
                .query(UUID.class)
                .list())
        .isSubsetOf(done);
    assertThat(openAccounts()).isEqualTo(expected);
  }

  private Set<String> openAccounts() throws Exception {
    Set<String> names = new TreeSet<>();
    for (int page = 0; names.size() == page * 200; page++) {
      for (JsonNode bot : page(page)) {
        names.add(bot.path("username").asString());
      }
    }
    names.removeAll(Set.of("standup", "bricklayer"));
    return names;
  }

  private JsonNode page(int page) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(
                fleet
                    .mattermost()
                    .address()
                    .resolve("/api/v4/bots?include_deleted=false&per_page=200&page=" + page))
            .header("Authorization", "Bearer " + fleet.mattermost().demo().adminToken())
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      return JsonMapper.shared().readTree(http.send(request, BodyHandlers.ofString()).body());
    }
  }

  private static Set<UUID> ended(Fleet fleet, String status) {
    return Set.copyOf(
        fleet
            .rows(ServiceName.BFF)
            .sql("select bot_id from operation where saga = 'create-bot' and status = :status")
            .param("status", status)
            .query(UUID.class)
            .list());
  }

  private static long count(Fleet fleet, ServiceName service, String question) {
    return fleet.rows(service).sql(question).query(Long.class).single();
  }

  @Override
  public String toString() {
    return "%d bots made, %d undone".formatted(done.size(), undone.size());
  }
}
