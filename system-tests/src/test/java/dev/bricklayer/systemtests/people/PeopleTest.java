package dev.bricklayer.systemtests.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bricklayer.sandbox.ServiceName;
import dev.bricklayer.systemtests.fleet.Fleet;
import dev.bricklayer.systemtests.fleet.Program;
import dev.bricklayer.systemtests.fleet.Program.Answer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** People come, hand on and go, through all five services. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PeopleTest {

  private static final String ME = "/api/v1/users/me";

  private Fleet fleet;
  private URI user;
  private URI bff;

  @BeforeAll
  void start(@TempDir Path directory) throws Exception {
    fleet =
        Fleet.servers(
                directory,
                Map.of(
                    "BRICKLAYER_OPERATIONS_ANSWER_WITHIN", "30s",
                    "BRICKLAYER_USER_DELETION_ASKAGAIN", "2s",
                    "BRICKLAYER_USER_DELETION_SWEEPEVERY", "500ms"))
            .withOneOfEach();
    user = fleet.one(ServiceName.USER).address();
    bff = fleet.one(ServiceName.BFF).address();
  }

  @AfterAll
  void stop() throws Exception {
    fleet.close();
  }

  @Test
  void whoGoesHandsTheirBotsToAnHeirWhoTakesThemAlong() throws Exception {
    Program ann = Program.registered(user, "ann");
    Program bea = Program.registered(user, "bea");
    String bot = make(ann, "standup");
    String clash = make(bea, "STANDUP");

    Answer refused = ended(ann, hand(ann, bea));
    assertThat(refused.body().path("status").asString()).isEqualTo("UNDONE");
    assertThat(refused.body().at("/problem/code").asString()).isEqualTo("name-taken");
    assertThat(bea.call(bff, "DELETE", "/api/v1/bots/" + clash, null).status()).isEqualTo(204);

    assertThat(ended(ann, hand(ann, bea)).body().path("status").asString()).isEqualTo("DONE");
    assertThat(ann.get(user, ME).status()).isEqualTo(401);
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              assertThat(bea.get(bff, "/api/v1/bots/" + bot).status()).isEqualTo(200);
              assertThat(ann.get(bff, "/api/v1/bots/" + bot).status()).isEqualTo(404);
              assertThat(ann.createBot(bff, Program.bot("late", token())).status()).isEqualTo(403);
              assertThat(owner(ServiceName.ENGINE, bot))
                  .isEqualTo(owner(ServiceName.CONSTRUCTOR, bot));
            });

    Answer gone = bea.call(user, "DELETE", ME, Map.of("bots", "delete"));
    assertThat(ended(bea, gone).body().path("status").asString()).isEqualTo("DONE");
    for (ServiceName service : new ServiceName[] {ServiceName.CONSTRUCTOR, ServiceName.ENGINE}) {
      assertThat(count(service, "bot")).isZero();
    }
    assertThat(count(ServiceName.STORAGE, "job")).isZero();
    assertThat(count(ServiceName.USER, "account")).isZero();
  }

  private String make(Program program, String name) throws Exception {
    Answer made = program.createBot(bff, Program.bot(name, token()));
    assertThat(made.status()).as(made.toString()).isEqualTo(201);
    return made.body().path("id").asString();
  }

  private Answer hand(Program from, Program heir) throws Exception {
    String code = heir.post(user, ME + "/handover-codes", null).body().path("code").asString();
    String id = heir.get(user, ME).body().path("id").asString();
    return from.call(user, "DELETE", ME, Map.of("handTo", id, "code", code));
  }

  private Answer ended(Program program, Answer begun) {
    assertThat(begun.status()).as(begun.toString()).isEqualTo(202);
    String operation = "/api/v1/operations/" + begun.body().path("id").asString();
    return await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> program.get(bff, operation),
            it -> it.status() == 200 && !it.body().path("status").asString().equals("WORKING"));
  }

  private String token() {
    return fleet.mattermost().demo().botToken();
  }

  private String owner(ServiceName service, String bot) {
    return fleet
        .rows(service)
        .sql("select owner_id::text from bot where bot_id = cast(:bot as uuid)")
        .param("bot", bot)
        .query(String.class)
        .single();
  }

  private long count(ServiceName service, String table) {
    return fleet.rows(service).sql("select count(*) from " + table).query(Long.class).single();
  }
}
