package dev.bricklayer.bff.rows;

import dev.bricklayer.bff.bots.BotView;
import dev.bricklayer.bff.bots.JobView;
import dev.bricklayer.bff.cards.Choice;
import dev.bricklayer.bff.intent.Press;
import dev.bricklayer.problems.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

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
    List<Choice> others = List.of(edit, delete, runs);
    return switch (job.status()) {
      case "ACTIVE" ->
          all(List.of(firing(bot, job, false, locale)), all(silence(bot, job, locale), others));
      case "PAUSED", "STOPPED" -> all(List.of(firing(bot, job, true, locale)), others);
      case "ENDED" -> all(silence(bot, job, locale), others);
      default -> List.of();
    };
  }

  /** What is left out can be said after all, and what is ahead be left out. */
  private static List<Choice> silence(BotView bot, JobView job, Locale locale) {
    List<Choice> choices = new ArrayList<>();
    if (job.notBefore() != null) {
      choices.add(
          Choice.of(
              say("button.speak", locale),
              new Press.SetSilence(bot.id(), job.id(), job.revision(), null)));
    }
    if (job.nextRun() != null) {
      choices.add(Choice.of(say("button.skip", locale), new Press.AskSilence(bot.id(), job.id())));
    }
    return choices;
  }

  private static List<Choice> all(List<Choice> some, List<Choice> others) {
    return Stream.concat(some.stream(), others.stream()).toList();
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
