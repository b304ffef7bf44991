package dev.bricklayer.systemtests.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bricklayer.systemtests.launcher.RunningLauncher;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * What people do inside Mattermost, through nothing but Mattermost's own API and websocket, as
 * their clients do it. Bricklayer runs as the launcher starts it for that server, with a team and a
 * bot of its own, so that another Bricklayer there is not touched.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class InsideMattermost {

  private Playground playground;
  private RunningLauncher bricklayer;
  private Member lena;
  private Member bob;
  private String release;

  /** Where that server is. */
  abstract URI server();

  /** An access token of one of its administrators. */
  abstract String adminToken();

  abstract int portBase();

  /** When all of what was made there has been removed. */
  abstract void afterwards();

  @BeforeAll
  void provisionATeamOfItsOwn(@TempDir Path directory) throws Exception {
    playground = new Playground(server(), adminToken());
    lena = playground.member("lena", "en", "Europe/Berlin");
    bob = playground.member("bob", "ru", "Europe/Moscow");
    release = playground.channel("release", lena, bob);
    bricklayer =
        RunningLauncher.up(
            portBase(),
            directory.resolve("data"),
            Map.of(
                "BRICKLAYER_MATTERMOST_ADMIN_TOKEN", adminToken(),
                "BRICKLAYER_MATTERMOST_BOT_TOKEN", playground.tokenOfBot("bricklayer"),
                "BRICKLAYER_PROVISIONING_TEAMS", playground.teamName()),
            "--mattermost",
            server().toString());
  }

  @AfterAll
  void leaveNothingBehind() throws Exception {
    try (Playground _ = playground;
        RunningLauncher launcher = bricklayer) {
      if (launcher != null) {
        launcher.provision("--remove");
      }
    } finally {
      afterwards();
    }
  }

  @Test
  void theMenuComesInThePersonsLanguage() {
    assertThat(lena.types(release, "/bricklayer").words()).contains("What would you like to do?");
    assertThat(bob.types(release, "/bricklayer").words()).contains("Что сделаем?");
  }

  @Test
  void onlyWhoTypesSeesTheAnswer() {
    int before = bob.now();

    lena.types(release, "/bricklayer help");

    assertThat(bob.allSeenForThemselves(before)).isEmpty();
    assertThat(bob.allSeen(before, release, "")).isEmpty();
  }

  @Test
  void whatIsNotUnderstoodGetsTheNearestCommand() {
    assertThat(lena.types(release, "/bricklayer hepl").words()).contains("`/bricklayer help`");
    assertThat(bob.types(release, "/bricklayer спрвка").words()).contains("`/bricklayer справка`");
  }

  @Test
  void theButtonsOfTheMenuLeadOnAndBack() {
    Post menu = lena.types(release, "/bricklayer");
    Post help = lena.clicks(menu, "Help");

    assertThat(help.words()).contains("What you can type");
    assertThat(lena.clicks(help, "Menu").words()).contains("What would you like to do?");
  }
}
