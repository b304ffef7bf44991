package dev.bricklayer.bff.reminders;

import dev.bricklayer.bff.cards.Card;
import dev.bricklayer.bff.cards.Choice;
import dev.bricklayer.bff.cards.Part;
import dev.bricklayer.bff.cards.Part.Tone;
import dev.bricklayer.bff.changejob.JobChanges;
import dev.bricklayer.bff.deletejob.JobDeletion;
import dev.bricklayer.bff.endings.Asker;
import dev.bricklayer.bff.endings.Endings;
import dev.bricklayer.bff.endings.Telling;
import dev.bricklayer.bff.intent.Deed;
import dev.bricklayer.bff.intent.Press;
import dev.bricklayer.bff.operation.Operation;
import dev.bricklayer.bff.operation.Patience;
import dev.bricklayer.bff.rows.JobRows;
import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.JobId;
import dev.bricklayer.contracts.changejob.JobChange;
import dev.bricklayer.problems.Wording;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * Pauses, resumes and deletes reminders. What is asked for was decided before a card: where the
 * reminder is another by now, nothing is done and the card shows it as it is.
 */
@Component
public class ChangeReminder {

  private static final Wording WORDS = Wording.beside(ChangeReminder.class);

  private final ShowReminders show;
  private final JobRows rows;
  private final JobChanges changes;
  private final JobDeletion deletion;
  private final Clicks clicks;
  private final Endings endings;

  ChangeReminder(
      ShowReminders show,
      JobRows rows,
      JobChanges changes,
      JobDeletion deletion,
      Clicks clicks,
      Endings endings) {
    this.show = show;
    this.rows = rows;
    this.changes = changes;
    this.deletion = deletion;
    this.clicks = clicks;
    this.endings = endings;
  }

  /** Lets it fire, or stand still. */
  public Card setFiring(Press.SetFiring press, Asker asker, Patience patience) {
    return show.one(
        press.bot(),
        press.job(),
        asker,
        (bot, job) -> {
          boolean already = job.status().equals(press.firing() ? "ACTIVE" : "PAUSED");
          if (already || job.revision() != press.revision()) {
            return show.asItIs(bot, job, already ? "already" : "changed-meanwhile", asker.locale());
          }
          Operation operation =
              changes.edit(
                  asker.person(),
                  bot.id(),
                  job.id(),
                  press.firing() ? JobChange.Edit.resume() : JobChange.Edit.pause(),
                  press.revision(),
                  clicks.key(press, asker),
                  patience);
          String name = job.shortName();
          Deed deed = press.firing() ? new Deed.Resume(name) : new Deed.Pause(name);
          return endings.nowOrLater(operation, Telling.of(asker, deed));
        });
  }

  /** Shows what would go, and a button that says so. */
  public Card askDelete(BotId botId, JobId jobId, Asker asker) {
    return show.one(
        botId,
        jobId,
        asker,
        (bot, job) -> {
          Locale locale = asker.locale();
          Press yes = new Press.DeleteReminder(bot.id(), job.id(), job.revision());
          return Card.of(
              WORDS.text("ask-delete", JobRows.plain(bot.name())).in(locale),
              new Part(
                  rows.line(job, locale),
                  Tone.WARNING,
                  List.of(
                      Choice.dangerous(
                          WORDS.text("button.delete-reminder", job.shortName()).in(locale), yes),
                      Choice.of(
                          WORDS.text("button.keep").in(locale),
                          new Press.ShowReminders(bot.id(), 0)))));
        });
  }

  /** Deletes it. */
  public Card delete(Press.DeleteReminder press, Asker asker, Patience patience) {
    return show.one(
        press.bot(),
        press.job(),
        asker,
        (bot, job) -> {
          if (job.revision() != press.revision()) {
            return show.asItIs(bot, job, "changed-meanwhile", asker.locale());
          }
          Operation operation =
              deletion.delete(
                  asker.person(),
                  bot.id(),
                  job.id(),
                  press.revision(),
                  clicks.key(press, asker),
                  patience);
          return endings.nowOrLater(
              operation, Telling.of(asker, new Deed.DeleteReminder(job.shortName())));
        });
  }
}
