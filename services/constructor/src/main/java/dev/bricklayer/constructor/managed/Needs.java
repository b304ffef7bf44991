package dev.bricklayer.constructor.managed;

import dev.bricklayer.contracts.JobId;
import dev.bricklayer.contracts.SagaId;
import dev.bricklayer.mattermost.ChannelId;
import org.jspecify.annotations.Nullable;

/** Some of a bot's needs of channels. What is null does not narrow them down. */
record Needs(@Nullable JobId job, @Nullable SagaId joinedIn, @Nullable ChannelId but) {

  static Needs of(JobId job) {
    return new Needs(job, null, null);
  }

  static Needs of(JobId job, ChannelId but) {
    return new Needs(job, null, but);
  }

  static Needs joinedIn(SagaId saga) {
    return new Needs(null, saga, null);
  }
}
