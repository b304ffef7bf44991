package dev.bricklayer.engine.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bricklayer.contracts.JobId;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OccurrenceIdTest {

  private static final JobId JOB =
      new JobId(UUID.fromString("018f4e0c-0000-7000-8000-000000000001"));
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  @Test
  void isTheSameAtEveryAttemptAndInEveryVersionOfTheProgram() {
    assertThat(OccurrenceId.of(JOB, NOON)).hasToString("e487968a-291e-5a89-8b91-3278975f2f8e");
  }

  @Test
  void isAnotherForAnotherInstantOrJob() {
    assertThat(OccurrenceId.of(JOB, NOON))
        .isNotEqualTo(OccurrenceId.of(JOB, NOON.plusSeconds(60)))
        .isNotEqualTo(OccurrenceId.of(new JobId(UUID.randomUUID()), NOON));
  }

  @Test
  void isAUuidOfVersion5() {
    UUID id = OccurrenceId.of(JOB, NOON).value();
    assertThat(id.version()).isEqualTo(5);
    assertThat(id.variant()).isEqualTo(2);
  }
}
