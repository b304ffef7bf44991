package dev.bricklayer.constructor.managed;

import dev.bricklayer.contracts.JobId;
import dev.bricklayer.contracts.SagaId;
import org.jspecify.annotations.Nullable;

/**
 * Some of a bot's needs of channels. What is null does not narrow them down.
 *
 * @param before those of earlier revisions of the job
 */
record Needs(@Nullable JobId job, @Nullable SagaId joinedIn, @Nullable Long before) {

  static Needs of(JobId job) {
    return new Needs(job, null, null);
  }

  static Needs of(JobId job, long before) {
    return new Needs(job, null, before);
  }

  static Needs joinedIn(SagaId saga) {
    return new Needs(null, saga, null);
  }
}
