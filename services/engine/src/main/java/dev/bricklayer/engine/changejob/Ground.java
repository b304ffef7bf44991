package dev.bricklayer.engine.changejob;

import dev.bricklayer.engine.planning.FirstRun;
import dev.bricklayer.engine.planning.PlannedBot;
import dev.bricklayer.engine.planning.PlannedNow;

/** What the engine finds when it is to apply a revision. */
public sealed interface Ground {

  /** The bot is deleted, or never spoke. */
  record NoBot() implements Ground {}

  /** The job is deleted. */
  record NoJob() implements Ground {}

  /** The job is to be added. */
  record NewJob(PlannedBot bot, FirstRun firstRun) implements Ground {}

  /**
   * The job is here.
   *
   * @param firstRun by the revision that is to be applied
   */
  record Planned(PlannedBot bot, FirstRun firstRun, PlannedNow now) implements Ground {}
}
