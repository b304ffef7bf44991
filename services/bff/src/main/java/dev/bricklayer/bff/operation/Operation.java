package dev.bricklayer.bff.operation;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.JobId;
import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.contracts.SagaId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One run of a saga, as the person who asked for it sees it.
 *
 * @param id the saga's
 * @param saga the saga's name
 * @param person who asked
 * @param aboutBot what it is about; absent when it is about the person
 * @param job the job of that bot it is about; absent when it is about the bot
 * @param deadline after it the pivot's owner is asked to end it; by the database's clock
 */
public record Operation(
    SagaId id,
    String saga,
    PersonId person,
    @Nullable BotId aboutBot,
    @Nullable JobId job,
    Progress progress,
    Instant startedAt,
    Instant deadline) {

  /**
   * The bot it is about.
   *
   * @throws IllegalStateException when it is about the person
   */
  public BotId bot() {
    if (aboutBot == null) {
      throw new IllegalStateException(saga + " " + id + " is about no bot");
    }
    return aboutBot;
  }

  /** The same, further on. */
  Operation with(Progress next) {
    return new Operation(id, saga, person, aboutBot, job, next, startedAt, deadline);
  }
}
