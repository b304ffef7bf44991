package dev.bricklayer.bff.rows;

import dev.bricklayer.bff.bots.BotView;
import dev.bricklayer.bff.bots.JobView;
import dev.bricklayer.bff.cards.Choice;
import dev.bricklayer.bff.intent.Press;
import dev.bricklayer.problems.Wording;
import java.util.List;
import java.util.Locale;

/** What can be done with a reminder, as it is now. */
public final class RowChoices {

  private static final Wording WORDS = Wording.beside(RowChoices.class);

  private RowChoices() {}

  /** Its buttons; none while it is being made or deleted. */
  public static List<Choice> of(BotView bot, JobView job, Locale locale) {
    Choice edit = Choice.of(say("button.edit", locale), new Press.EditReminder(bot.id(), job.id()));
    Choice delete =
        Choice.of(say("button.delete", locale), new Press.AskDeleteReminder(bot.id(), job.id()));
    Choice runs = Choice.of(say("button.runs", locale), new Press.ShowRuns(bot.id(), job.id()));
    return switch (job.status()) {
      case "ACTIVE" -> List.of(firing(bot, job, false, locale), edit, delete, runs);
      case "PAUSED", "STOPPED" -> List.of(firing(bot, job, true, locale), edit, delete, runs);
      case "ENDED" -> List.of(edit, delete, runs);
      default -> List.of();
    };
  }

  private static Choice firing(BotView bot, JobView job, boolean firing, Locale locale) {
    return Choice.of(
        say(firing ? "button.resume" : "button.pause", locale),
        new Press.SetFiring(bot.id(), job.id(), job.revision(), firing));
  }

  private static String say(String key, Locale locale) {
    return WORDS.text(key).in(locale);
  }
}
