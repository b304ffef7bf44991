package dev.bricklayer.bff.reminders;

import dev.bricklayer.bff.bots.BotView;
import dev.bricklayer.bff.bots.JobView;
import dev.bricklayer.bff.cards.Card;
import dev.bricklayer.bff.cards.Choice;
import dev.bricklayer.bff.cards.Part;
import dev.bricklayer.bff.cards.Part.Tone;
import dev.bricklayer.bff.deletebot.BotDeletion;
import dev.bricklayer.bff.endings.Asker;
import dev.bricklayer.bff.endings.Endings;
import dev.bricklayer.bff.endings.Telling;
import dev.bricklayer.bff.intent.Deed;
import dev.bricklayer.bff.intent.Press;
import dev.bricklayer.bff.operation.Operation;
import dev.bricklayer.bff.operation.Patience;
import dev.bricklayer.bff.rows.Counted;
import dev.bricklayer.bff.rows.JobRows;
import dev.bricklayer.contracts.BotId;
import dev.bricklayer.problems.IfMatch;
import dev.bricklayer.problems.Wording;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * A bot goes with all its reminders: they are shown first, and the button names what it does. Where
 * the bot has others by now, it is asked again.
 */
@Component
public class DeleteBot {

  private static final Wording WORDS = Wording.beside(DeleteBot.class);

  private final ShowReminders show;
  private final JobRows rows;
  private final BotDeletion deletion;
  private final Clicks clicks;
  private final Endings endings;

  DeleteBot(
      ShowReminders show, JobRows rows, BotDeletion deletion, Clicks clicks, Endings endings) {
    this.show = show;
    this.rows = rows;
    this.deletion = deletion;
    this.clicks = clicks;
    this.endings = endings;
  }

  /** Which bot, or, when there is only one, what would go. */
  public Card ask(Asker asker) {
    return show.choose(
        asker, "which-bot.delete", Press.AskDeleteBot::new, bot -> question(bot, asker.locale()));
  }

  /** What would go with this bot. */
  public Card ask(BotId id, Asker asker) {
    return show.find(id, asker)
        .map(bot -> question(bot, asker.locale()))
        .orElseGet(() -> ShowReminders.gone(asker.locale()));
  }

  /** It goes. */
  public Card delete(Press.DeleteBot press, Asker asker, Patience patience) {
    return show.find(press.bot(), asker)
        .map(bot -> delete(bot, press, asker, patience))
        .orElseGet(() -> ShowReminders.gone(asker.locale()));
  }

  private Card delete(BotView bot, Press.DeleteBot press, Asker asker, Patience patience) {
    int reminders = bot.jobs().size();
    if (reminders != press.reminders()) {
      return question(bot, asker.locale());
    }
    Operation operation =
        deletion.delete(
            asker.person(), bot.id(), IfMatch.of(null), clicks.key(press, asker), patience);
    return endings.nowOrLater(
        operation, Telling.of(asker, new Deed.DeleteBot(bot.name(), reminders)));
  }

  private Card question(BotView bot, Locale locale) {
    int reminders = bot.jobs().size();
    String text = WORDS.text("ask-delete-bot", JobRows.plain(bot.name())).in(locale);
    String jobs =
        bot.jobs().stream().map(job -> line(job, locale)).collect(Collectors.joining("\n"));
    return Card.of(
        text,
        new Part(
            jobs,
            Tone.WARNING,
            List.of(
                Choice.dangerous(
                    Counted.deletion(reminders, locale), new Press.DeleteBot(bot.id(), reminders)),
                Choice.of(
                    WORDS.text("button.keep").in(locale), new Press.ShowReminders(bot.id(), 0)))));
  }

  private String line(JobView job, Locale locale) {
    return "* " + rows.line(job, locale);
  }
}
