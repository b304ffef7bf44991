package dev.bricklayer.bff.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bricklayer.bff.world.FromEnvironment;
import dev.bricklayer.contracts.createbot.CreateBotSaga;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OperationSettingsTest {

  @Test
  void waitsAsLongAsTheArchitectureSaysWhereNothingIsSet() {
    OperationSettings settings =
        FromEnvironment.settings(OperationSettings.class, Map.of("OTHER", "1"));
    assertThat(settings.answerWithin()).isEqualTo(Duration.ofMillis(2500));
    assertThat(settings.deadline()).isEqualTo(CreateBotSaga.MAP.deadline());
    assertThat(settings.dialogWithin()).isEqualTo(Duration.ofSeconds(8));
    assertThat(settings.deletionDeadline()).isEqualTo(Duration.ofMinutes(10));
  }

  @Test
  void areTakenFromTheEnvironment() {
    assertThat(
            FromEnvironment.settings(
                OperationSettings.class,
                Map.of(
                    "BRICKLAYER_OPERATIONS_ANSWER_WITHIN", "1s",
                    "BRICKLAYER_OPERATIONS_DIALOG_WITHIN", "4s",
                    "BRICKLAYER_OPERATIONS_DEADLINE", "3m",
                    "BRICKLAYER_OPERATIONS_DELETION_DEADLINE", "12m",
                    "BRICKLAYER_OPERATIONS_ASK_AGAIN", "20s",
                    "BRICKLAYER_OPERATIONS_HELP_AFTER", "1h",
                    "BRICKLAYER_OPERATIONS_SWEEP_EVERY", "2s",
                    "BRICKLAYER_OPERATIONS_KEPT", "7d",
                    "BRICKLAYER_OPERATIONS_AT_ONCE", "7",
                    "BRICKLAYER_OPERATIONS_STUCK_AFTER", "45s")))
        .isEqualTo(
            new OperationSettings(
                Duration.ofSeconds(1),
                Duration.ofSeconds(4),
                Duration.ofMinutes(3),
                Duration.ofMinutes(12),
                Duration.ofSeconds(20),
                Duration.ofHours(1),
                Duration.ofSeconds(2),
                Duration.ofDays(7),
                7,
                Duration.ofSeconds(45)));
  }

  @Test
  void refuseADurationOfNothing() {
    assertThatThrownBy(
            () ->
                FromEnvironment.settings(
                    OperationSettings.class, Map.of("BRICKLAYER_OPERATIONS_DEADLINE", "0s")))
        .hasRootCauseMessage("bricklayer.operations: each duration must be longer than nothing");
  }
}
