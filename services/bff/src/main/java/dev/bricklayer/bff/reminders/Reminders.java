package dev.bricklayer.bff.reminders;

import dev.bricklayer.bff.bots.BotView;
import dev.bricklayer.bff.bots.Bots;
import dev.bricklayer.bff.cards.Outcome;
import dev.bricklayer.bff.endings.Asker;
import dev.bricklayer.bff.intent.Form;
import dev.bricklayer.bff.intent.Press;
import dev.bricklayer.bff.people.Spot;
import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.JobId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens the forms about reminders, for what is there. */
@Component
public class Reminders {

  private final Bots bots;
  private final ShowReminders show;

  Reminders(Bots bots, ShowReminders show) {
    this.bots = bots;
    this.show = show;
  }

  /** The form for one more, or, without a bot, which bot; left out where there is one. */
  public Outcome add(@Nullable BotId bot, Spot spot, Asker asker) {
    if (bot != null) {
      return bots.find(bot, asker.person(), asker.locale()).isPresent()
          ? new Outcome.Open(new Form.NewReminder(bot, spot))
          : new Outcome.Show(ShowReminders.gone(asker.locale()));
    }
    List<BotId> all = bots.all(asker.person(), asker.locale()).stream().map(BotView::id).toList();
    return all.size() == 1
        ? new Outcome.Open(new Form.NewReminder(all.getFirst(), spot))
        : new Outcome.Show(
            show.choose(asker, "which-bot.add", Press.AddReminder::new, _ -> show.all(asker)));
  }

  /** The form that gives a bot another name. */
  public Outcome rename(BotId bot, Asker asker) {
    return bots.find(bot, asker.person(), asker.locale()).isPresent()
        ? new Outcome.Open(new Form.RenameBot(bot))
        : new Outcome.Show(ShowReminders.gone(asker.locale()));
  }

  /** The form that changes one. */
  public Outcome edit(BotId bot, JobId job, Spot spot, Asker asker) {
    return bots.findJob(bot, job, asker.person(), asker.locale())
        .<Outcome>map(
            found -> new Outcome.Open(new Form.EditReminder(bot, job, found.revision(), spot)))
        .orElseGet(() -> new Outcome.Show(ShowReminders.gone(asker.locale())));
  }
}
