package dev.bricklayer.bff.deleteuser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bricklayer.bff.world.BffWorld;
import dev.bricklayer.bff.world.Bodies;
import dev.bricklayer.bff.world.Person;
import dev.bricklayer.bff.world.Rest;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.RefusalCode;
import dev.bricklayer.contracts.deleteuser.DeleteUserSaga;
import dev.bricklayer.contracts.deleteuser.UserDeleted;
import dev.bricklayer.contracts.deleteuser.UserDeletionBegun;
import dev.bricklayer.contracts.deleteuser.UserKept;
import dev.bricklayer.contracts.saga.Service;
import dev.bricklayer.contracts.state.AccountState;
import dev.bricklayer.testkit.TestBroker;
import dev.bricklayer.testkit.saga.SagaScript;
import dev.bricklayer.testkit.saga.ServiceUnderScript;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The bff's rows of {@code docs/sagas/delete-user.md}: it shows what the user service does. */
class DeleteUserTest {

  private final BffWorld world = BffWorld.shared();
  private final Person lena = Person.named("lena");
  private final Rest rest = world.at(world.patient(), lena).in("en");
  private final ServiceUnderScript bff =
      ServiceUnderScript.of(Service.BFF, TestBroker.bootstrapServers(), world.access());
  private final SagaScript saga = bff.run(DeleteUserSaga.MAP);
  private final UserDeletionBegun begun = new UserDeletionBegun(lena.id(), null, 1);

  @AfterEach
  void close() {
    bff.close();
  }

  @Test
  void anOperationThatWasNotHeardOfYetIsToBeAskedForAgain() {
    Rest.Answer answer = rest.get("/api/v1/operations/" + UUID.randomUUID());

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.header("Retry-After")).isEqualTo("1");
  }

  @Test
  void isShownFromItsBeginningToItsEnd() {
    saga.when(begun).thenNothing().whenDeliveredAgain().thenNothing().whenSaidAgain().thenNothing();
    assertThat(shown().at("/status")).isEqualTo("WORKING");
    assertThat(shown().at("/saga")).isEqualTo("delete-user");

    saga.when(new UserDeleted(lena.id(), 2, 0)).thenNothing();
    assertThat(shown().at("/status")).isEqualTo("DONE");
    assertThat(shown().json().has("result")).isFalse();
  }

  @Test
  void anEndThatIsHeardBeforeTheBeginningIsShown() {
    saga.when(new UserDeleted(lena.id(), 2, 0)).thenNothing();
    assertThat(shown().at("/status")).isEqualTo("DONE");

    saga.when(begun).thenNothing();
    assertThat(shown().at("/status")).isEqualTo("DONE");
  }

  @Test
  void whyTheBotsCouldNotBeHandedOverIsToldAtItsField() {
    Refusal clash = new Refusal(RefusalCode.NAME_TAKEN, "/handTo", Map.of("bot", "standup"));
    saga.given(begun).when(new UserKept(lena.id(), clash)).thenNothing();

    assertThat(shown().at("/status")).isEqualTo("UNDONE");
    assertThat(shown().at("/problem/code")).isEqualTo("name-taken");
    assertThat(shown().at("/problem/errors/0/pointer")).isEqualTo("/handTo");
    assertThat(shown().at("/problem/detail")).contains("standup");
    assertThat(world.at(world.patient(), lena).in("ru").get(path()).at("/problem/detail"))
        .matches(".*[а-я].*standup.*");
  }

  @Test
  void isNobodyElsesBusiness() {
    saga.given(begun);

    assertThat(world.at(world.patient(), Person.named("bob")).get(path()).status()).isEqualTo(404);
  }

  @Test
  void whoIsDeletedStillReadsHowItEndedAndCreatesNothing() {
    saga.given(begun, new UserDeleted(lena.id(), 0, 0));
    world.knows(lena, "en", null, AccountState.Status.DELETED, 2);

    assertThat(shown().at("/status")).isEqualTo("DONE");
    assertThat(rest.post("/api/v1/bots", Bodies.bot("late").json()).status()).isEqualTo(403);
  }

  private Rest.Answer shown() {
    return rest.get(path());
  }

  private String path() {
    return "/api/v1/operations/" + saga.sagaId();
  }
}
