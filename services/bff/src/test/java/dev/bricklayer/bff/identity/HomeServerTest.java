package dev.bricklayer.bff.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bricklayer.bff.accounts.Accounts;
import dev.bricklayer.bff.world.BffWorld;
import dev.bricklayer.mattermost.MattermostUserId;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which server's users have identities here. */
class HomeServerTest {

  private static final MattermostUserId LENA = new MattermostUserId("k3xq9h7pbtfm8yzd5c1wrn6jso");

  private final BffWorld world = BffWorld.shared();
  private final IdentityRepository repository = world.patient().getBean(IdentityRepository.class);

  @BeforeEach
  @AfterEach
  void neverReached() {
    world.database().sql("delete from mattermost_server").update();
  }

  @Test
  void nobodyHasAnIdentityWhileTheServerWasNeverReached() {
    assertThatThrownBy(() -> identities(Optional::empty).of(LENA))
        .isInstanceOf(ServerUnknownException.class)
        .hasMessageContaining("BRICKLAYER_MATTERMOST_URL");
  }

  @Test
  void isAskedOnceAndThenKnown() {
    AtomicInteger asked = new AtomicInteger();
    Identities identities =
        identities(
            () -> {
              asked.incrementAndGet();
              return Optional.of("server-a");
            });

    assertThat(identities.of(LENA)).isEqualTo(identities.of(LENA));
    assertThat(asked).hasValue(1);
  }

  @Test
  void isKnownToEveryCopyAndAfterARestartWithoutBeingAsked() {
    var before = identities(() -> Optional.of("server-a")).of(LENA);

    assertThat(identities(Optional::empty).of(LENA)).isEqualTo(before);
  }

  @Test
  void peopleStayWhoTheyAreWhateverTheServerSaysOfItselfLater() {
    var before = identities(() -> Optional.of("server-a")).of(LENA);

    assertThat(identities(() -> Optional.of("server-b")).of(LENA)).isEqualTo(before);
  }

  @Test
  void usersOfAnotherServerAreOtherPeople() {
    var here = identities(() -> Optional.of("server-a")).of(LENA);
    neverReached();

    assertThat(identities(() -> Optional.of("server-b")).of(LENA)).isNotEqualTo(here);
  }

  private Identities identities(AskedServer server) {
    return new Identities(
        new HomeServer(repository, server), repository, world.patient().getBean(Accounts.class));
  }
}
