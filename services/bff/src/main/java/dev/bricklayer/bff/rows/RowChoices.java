package dev.bricklayer.bff.rows;

import dev.bricklayer.bff.bots.BotView;
import dev.bricklayer.bff.bots.JobView;
import dev.bricklayer.bff.cards.Choice;
import java.util.List;
import java.util.Locale;

/** What can be done with a reminder, as it is now. */
public final class RowChoices {

  private RowChoices() {}

  /** Its buttons; none while it is being made or deleted. */
  public static List<Choice> of(BotView bot, JobView job, Locale locale) {
    return List.of();
  }
}
