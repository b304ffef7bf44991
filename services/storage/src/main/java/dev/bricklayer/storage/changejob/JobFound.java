package dev.bricklayer.storage.changejob;

import dev.bricklayer.contracts.Job;
import dev.bricklayer.contracts.state.JobState;

/** What storage finds when it is asked to change a job. */
public sealed interface JobFound {

  /** The bot is deleted, or never was. */
  record NoBot() implements JobFound {}

  /** The bot is being created, and its creation has it in hand. */
  record BotInMaking() implements JobFound {}

  /**
   * The bot is here and has no such job.
   *
   * @param jobs how many it has
   * @param nameTaken whether one of them has the short name that is asked for
   */
  record NoJob(int jobs, boolean nameTaken) implements JobFound {}

  /**
   * The job is here.
   *
   * @param locked whether another saga has it in hand
   * @param nameTaken whether another job of the bot has the short name that is asked for
   * @param version of its state
   */
  record Here(Job job, JobState.Status status, boolean locked, boolean nameTaken, long version)
      implements JobFound {}
}
