package dev.bricklayer.systemtests.faults;

import dev.bricklayer.sandbox.ServiceName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Engines are killed as kill -9 does, at any moment of their work, and others start. */
class RandomKillsTest {

  private static final int PER_SECOND = 40;
  private static final int KILLS = Integer.getInteger("faults.kills", 200);

  /** What a killed sender left is taken up soon: so that a short run ends soon. */
  private static final Map<String, String> SOON_TAKEN_UP =
      Map.of(
          "BRICKLAYER_ENGINE_DELIVERY_FRESHFOR", "1s",
          "BRICKLAYER_ENGINE_DELIVERY_SENDINGFOR", "4s");

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private Path directory;

  @Test
  void aFewKillsLoseNothingAndDoubleNothing() throws Exception {
    kill(3, 2, Duration.ofSeconds(6), SOON_TAKEN_UP);
  }

  @Test
  @Tag("faults")
  void twoHundredKillsLoseNothingAndDoubleNothing() throws Exception {
    kill(KILLS, 3, Duration.ofSeconds(3L * KILLS), Map.of());
  }

  private void kill(int kills, int engines, Duration howLong, Map<String, String> settings)
      throws Exception {
    try (Trial trial = Trial.with(engines, directory, settings)) {
      trial.remind(PER_SECOND, howLong);
      for (int kill = 0; kill < kills; kill++) {
        trial.awaitMore(trial.random().nextInt(PER_SECOND));
        trial.anyEngine().kill();
        trial.fleet().launch(ServiceName.ENGINE);
      }
      trial.ends();
    }
  }
}
