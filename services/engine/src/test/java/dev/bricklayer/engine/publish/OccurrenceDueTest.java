package dev.bricklayer.engine.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.JobId;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What goes through the engine's topic. */
class OccurrenceDueTest {

  private final OccurrenceDue due =
      new OccurrenceDue(
          new JobId(UUID.randomUUID()),
          new BotId(UUID.randomUUID()),
          Instant.parse("2026-11-22T12:00:00.000001Z"));

  @Test
  void isWrittenByHandAsTheMapperWouldWriteIt() {
    assertThat(due.json()).isEqualTo(JsonMapper.shared().writeValueAsString(due));
  }

  @Test
  void isReadAsItWasWritten() {
    assertThat(JsonMapper.shared().readValue(due.json(), OccurrenceDue.class)).isEqualTo(due);
  }
}
