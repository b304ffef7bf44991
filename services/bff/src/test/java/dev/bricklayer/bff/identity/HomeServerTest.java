package dev.bricklayer.bff.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bricklayer.bff.accounts.Accounts;
import dev.bricklayer.bff.world.BffTables;
import dev.bricklayer.bff.world.BffWorld;
import dev.bricklayer.mattermost.MattermostUserId;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which server's users have identities here. */
class HomeServerTest {

  private static final MattermostUserId LENA = new MattermostUserId("k3xq9h7pbtfm8yzd5c1wrn6jso");

  /** Not everybody's: whoever learnt the server of theirs knows its people by it. */
  private final JdbcClient tables = BffTables.fresh();

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

    var there = identities(BffTables.fresh(), () -> Optional.of("server-b")).of(LENA);

    assertThat(there).isNotEqualTo(here);
  }

  private Identities identities(AskedServer server) {
    return identities(tables, server);
  }

  private static Identities identities(JdbcClient tables, AskedServer server) {
    IdentityRepository repository = new IdentityRepository(tables);
    return new Identities(
        new HomeServer(repository, server),
        repository,
        BffWorld.shared().patient().getBean(Accounts.class));
  }
}
