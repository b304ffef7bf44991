package dev.bricklayer.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.RefusalCode;
import dev.bricklayer.contracts.SagaId;
import dev.bricklayer.contracts.deleteuser.DeleteUserSaga;
import dev.bricklayer.contracts.deleteuser.HandoverRefused;
import dev.bricklayer.contracts.deleteuser.UserBotsGone;
import dev.bricklayer.contracts.deleteuser.UserDeleted;
import dev.bricklayer.contracts.deleteuser.UserKept;
import dev.bricklayer.contracts.saga.Service;
import dev.bricklayer.contracts.state.AccountState;
import dev.bricklayer.testkit.TestBroker;
import dev.bricklayer.testkit.saga.SagaScript;
import dev.bricklayer.testkit.saga.ServiceUnderScript;
import dev.bricklayer.user.UserCalls.Answer;
import dev.bricklayer.user.UserCalls.Person;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The user service's rows of {@code docs/sagas/delete-user.md}, and the calls that begin it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeleteUserTest {

  private static final Map<String, String> DELETE = Map.of("bots", "delete");

  private final RunningUser service = RunningUser.shared();
  private final UserCalls calls = service.calls();
  private final ServiceUnderScript script =
      ServiceUnderScript.of(
          Service.USER, TestBroker.bootstrapServers(), RunningUser.sharedDatabase());

  private Person lena = calls.newPerson();
  private PersonId id = new PersonId(lena.id());

  @BeforeEach
  void somebodyNew() {
    lena = calls.newPerson();
    id = new PersonId(lena.id());
  }

  @AfterAll
  void close() {
    script.close();
  }

  @Test
  void theAnswerIsAnOperationAndTheOthersAreAsked() {
    Answer answer = calls.deleteMe(lena.accessToken(), DELETE);

    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.text("saga")).isEqualTo("delete-user");
    assertThat(answer.text("status")).isEqualTo("WORKING");
    assertThat(answer.header("Retry-After")).isEqualTo("1");
    List<JsonNode> asked = asked(lena);
    assertThat(asked).hasSize(1);
    assertThat(asked.getFirst().get("attempt").intValue()).isOne();
    assertThat(asked.getFirst().has("heir")).isFalse();
  }

  @Test
  void whileItIsUnderWayTheSameOperationIsAnswered() {
    Answer first = calls.deleteMe(lena.accessToken(), DELETE);
    Answer second = calls.deleteMe(lena.accessToken(), DELETE);

    assertThat(second.status()).isEqualTo(202);
    assertThat(second.text("id")).isEqualTo(first.text("id"));
    assertThat(asked(lena)).hasSize(1);
  }

  @Test
  void theAccountIsErasedWithEverythingOfIt() {
    calls.as(lena.accessToken(), "POST", "/api/v1/users/me/links");
    calls.as(lena.accessToken(), "POST", "/api/v1/users/me/handover-codes");
    SagaScript saga = saga(calls.deleteMe(lena.accessToken(), DELETE));

    saga.when(new UserBotsGone(id, 2, 0))
        .then(new UserDeleted(id, 2, 0), erased(2))
        .whenDeliveredAgain()
        .thenNothing()
        .whenSaidAgain()
        .then(new UserDeleted(id, 2, 0));

    assertThat(calls.me(lena.accessToken()).status()).isEqualTo(401);
    assertThat(calls.refresh(lena.refreshToken()).status()).isEqualTo(401);
    assertThat(calls.logIn(lena.username(), UserCalls.PASSWORD).status()).isEqualTo(401);
    assertThat(script.rowsNaming(id))
        .containsOnlyKeys("public.account_deletion", "messaging.outbox_message");
  }

  @Test
  void aNameIsFreeAtOnce() {
    SagaScript saga = saga(calls.deleteMe(lena.accessToken(), DELETE));
    saga.given(new UserBotsGone(id, 0, 0));

    assertThat(
            calls
                .post(
                    "/api/v1/users",
                    Map.of("username", lena.username(), "password", UserCalls.PASSWORD))
                .status())
        .isEqualTo(201);
  }

  @Test
  void theAccountStaysWhenTheBotsCannotBeHandedOver() {
    Person bob = calls.newPerson();
    Refusal why = new Refusal(RefusalCode.NAME_TAKEN, "/handTo", Map.of("bot", "standup"));
    SagaScript saga = saga(calls.deleteMe(lena.accessToken(), handTo(bob, code(bob))));

    saga.when(new HandoverRefused(id, why))
        .then(new UserKept(id, why))
        .whenDeliveredAgain()
        .thenNothing()
        .whenSaidAgain()
        .then(new UserKept(id, why));

    assertThat(calls.me(lena.accessToken()).status()).isEqualTo(200);
    saga.when(new UserBotsGone(id, 1, 0)).thenNothing();
    Answer again = calls.deleteMe(lena.accessToken(), DELETE);
    assertThat(again.text("id")).isNotEqualTo(saga.sagaId().toString());
  }

  @Test
  void anEndThatWasNeverAskedForErasesNothing() {
    script
        .run(DeleteUserSaga.MAP)
        .when(new UserBotsGone(id, 0, 0))
        .thenNothing()
        .when(new HandoverRefused(id, Refusal.of(RefusalCode.LOCKED, "")))
        .thenNothing();

    assertThat(calls.me(lena.accessToken()).status()).isEqualTo(200);
  }

  @Test
  void theOthersAreAskedAgainUntilThereIsAnEnd() {
    Answer answer = calls.deleteMe(lena.accessToken(), DELETE);
    service
        .bean(JdbcClient.class)
        .sql("update account_deletion set look_at = now() where saga_id = :saga")
        .param("saga", UUID.fromString(answer.text("id")))
        .update();

    List<JsonNode> asked =
        Awaitility.await("that constructor is asked again")
            .atMost(Duration.ofSeconds(60))
            .until(() -> asked(lena), it -> it.size() > 1);
    assertThat(asked.get(1).get("attempt").intValue()).isEqualTo(2);
  }

  @Test
  void theHeirAgreesByACode() {
    Person bob = calls.newPerson();
    String code = code(bob);
    assertThat(code).matches("[A-Z2-9]{4}(-[A-Z2-9]{4}){2}");

    Answer answer = calls.deleteMe(lena.accessToken(), handTo(bob, code.toLowerCase(Locale.ROOT)));

    assertThat(answer.status()).isEqualTo(202);
    assertThat(asked(lena).getFirst().get("heir").stringValue()).isEqualTo(bob.id().toString());
    Person eve = calls.newPerson();
    assertThat(calls.deleteMe(eve.accessToken(), handTo(bob, code)).errors())
        .as("a code is good once")
        .containsExactly("/code invalid");
  }

  @Test
  void aWrongCodeAndAnUnknownHeirAreAnsweredAlike() {
    Person bob = calls.newPerson();
    Person eve = calls.newPerson();
    String bobs = code(bob);

    Answer another = calls.deleteMe(lena.accessToken(), handTo(eve, bobs));
    Answer unknown =
        calls.deleteMe(
            lena.accessToken(), Map.of("handTo", UUID.randomUUID().toString(), "code", bobs));

    assertThat(another.status()).isEqualTo(422);
    assertThat(another.errors()).containsExactly("/code invalid");
    assertThat(unknown.body()).isEqualTo(another.body());
    assertThat(asked(lena)).isEmpty();
  }

  @Test
  void afterFiveWrongTriesAnHeirsCodeIsSpent() {
    Person bob = calls.newPerson();
    String code = code(bob);
    for (int i = 0; i < 5; i++) {
      assertThat(calls.deleteMe(lena.accessToken(), handTo(bob, "AAAA-AAAA-AAAA")).status())
          .isEqualTo(422);
    }

    assertThat(calls.deleteMe(lena.accessToken(), handTo(bob, code)).errors())
        .containsExactly("/code invalid");
  }

  @Test
  void guessingAnHeirsCodeIsSlowedDown() {
    Person bob = calls.newPerson();
    for (int i = 0; i < 10; i++) {
      calls.deleteMe(lena.accessToken(), handTo(bob, "AAAA-AAAA-AAAA"));
    }

    assertThat(calls.deleteMe(lena.accessToken(), handTo(bob, "AAAA-AAAA-AAAA")).status())
        .isEqualTo(429);
  }

  @Test
  void nobodyIsTheirOwnHeir() {
    assertThat(calls.deleteMe(lena.accessToken(), handTo(lena, code(lena))).errors())
        .containsExactly("/handTo invalid");
  }

  @Test
  void eitherTheBotsAreDeletedOrHandedOver() {
    Person bob = calls.newPerson();
    assertThat(calls.deleteMe(lena.accessToken(), Map.of()).errors())
        .containsExactly("/bots required");
    assertThat(calls.deleteMe(lena.accessToken(), Map.of("bots", "keep")).errors())
        .containsExactly("/bots invalid");
    assertThat(
            calls
                .deleteMe(
                    lena.accessToken(),
                    Map.of("bots", "delete", "handTo", bob.id().toString(), "code", code(bob)))
                .errors())
        .containsExactly("/bots invalid");
    assertThat(calls.deleteMe(lena.accessToken(), Map.of("code", "x")).errors())
        .containsExactly("/handTo required");
    assertThat(calls.deleteMe(lena.accessToken(), Map.of("handTo", "bob", "code", "x")).errors())
        .containsExactly("/handTo invalid");
    assertThat(asked(lena)).isEmpty();
  }

  @Test
  void whatWasChangedSinceIsNotDeleted() {
    String seen = calls.me(lena.accessToken()).header("ETag");
    calls.changeMe(lena.accessToken(), Map.of("locale", "ru"));

    assertThat(calls.deleteMe(lena.accessToken(), DELETE, seen).status()).isEqualTo(409);
    assertThat(asked(lena)).isEmpty();
  }

  private SagaScript saga(Answer operation) {
    return script.continuing(DeleteUserSaga.MAP, new SagaId(UUID.fromString(operation.text("id"))));
  }

  private AccountState erased(long version) {
    return new AccountState(id, "", "en", null, AccountState.Status.DELETED, version);
  }

  private String code(Person heir) {
    return calls.as(heir.accessToken(), "POST", "/api/v1/users/me/handover-codes").text("code");
  }

  private static Map<String, String> handTo(Person heir, String code) {
    return Map.of("handTo", heir.id().toString(), "code", code);
  }

  private List<JsonNode> asked(Person person) {
    return service
        .bean(JdbcClient.class)
        .sql(
            """
            select convert_from(payload, 'UTF8') from messaging.outbox_message
            where key = :key and headers::jsonb ->> 'ce_type' = 'UserDeletionBegun'
            order by id
            """)
        .param("key", person.id().toString())
        .query((row, _) -> JsonMapper.shared().readTree(row.getString(1)))
        .list();
  }
}
