package dev.bricklayer.bff.typed;

import dev.bricklayer.bff.bots.BotView;
import dev.bricklayer.bff.bots.Bots;
import dev.bricklayer.bff.bots.JobView;
import dev.bricklayer.bff.cards.Card;
import dev.bricklayer.bff.cards.Choice;
import dev.bricklayer.bff.cards.Outcome;
import dev.bricklayer.bff.cards.Part;
import dev.bricklayer.bff.endings.Asker;
import dev.bricklayer.bff.intent.Form;
import dev.bricklayer.bff.intent.Press;
import dev.bricklayer.bff.journal.ShowRuns;
import dev.bricklayer.bff.menu.Menu;
import dev.bricklayer.bff.operation.Patience;
import dev.bricklayer.bff.people.Spot;
import dev.bricklayer.bff.reminders.ChangeReminder;
import dev.bricklayer.bff.reminders.DeleteBot;
import dev.bricklayer.bff.reminders.Reminders;
import dev.bricklayer.bff.reminders.SilenceReminder;
import dev.bricklayer.contracts.NameKey;
import dev.bricklayer.problems.Wording;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Does what was typed with a name: {@code bot/job}, or either alone. Where more than one is meant,
 * there is a button for each.
 */
@Component
public class Named {

  private static final Wording WORDS = Wording.beside(Named.class);

  private final Bots bots;
  private final Reminders reminders;
  private final ChangeReminder change;
  private final SilenceReminder silence;
  private final DeleteBot deleteBot;
  private final ShowRuns runs;
  private final TypedForms forms;

  Named(
      Bots bots,
      Reminders reminders,
      ChangeReminder change,
      SilenceReminder silence,
      DeleteBot deleteBot,
      ShowRuns runs,
      TypedForms forms) {
    this.bots = bots;
    this.reminders = reminders;
    this.change = change;
    this.silence = silence;
    this.deleteBot = deleteBot;
    this.runs = runs;
    this.forms = forms;
  }

  /** A reminder and its bot. */
  private record Found(BotView bot, JobView job) {

    String name() {
      return bot.name() + "/" + job.shortName();
    }

    boolean isSilent() {
      return job.notBefore() != null
          && (job.status().equals("ACTIVE") || job.status().equals("ENDED"));
    }
  }

  /** The reminder of this name fires from now on, or stands still. */
  public Outcome setFiring(String name, boolean firing, Asker asker) {
    return setFiring(reminders(name, asker), firing, name, asker);
  }

  private Outcome setFiring(List<Found> found, boolean firing, String name, Asker asker) {
    return one(
        found,
        only -> new Outcome.Show(setFiring(only, firing, asker)),
        each -> firing && each.isSilent() ? speaking(each) : firing(each, firing),
        name,
        asker);
  }

  /** Whoever resumes what is silent for a while only wants to hear it. */
  private Card setFiring(Found found, boolean firing, Asker asker) {
    return firing && found.isSilent()
        ? silence.set(speaking(found), asker, Patience.NONE)
        : change.setFiring(firing(found, firing), asker, Patience.NONE);
  }

  private static Press.SetSilence speaking(Found found) {
    return new Press.SetSilence(found.bot().id(), found.job().id(), found.job().revision(), null);
  }

  private static Press.SetFiring firing(Found found, boolean firing) {
    return new Press.SetFiring(found.bot().id(), found.job().id(), found.job().revision(), firing);
  }

  /** The reminder of this name leaves out its next run. */
  public Outcome skip(String name, Asker asker) {
    return one(
        reminders(name, asker),
        found ->
            new Outcome.Show(
                silence.skip(found.bot().id(), found.job().id(), asker, Patience.NONE)),
        found -> new Press.AskSilence(found.bot().id(), found.job().id()),
        name,
        asker);
  }

  /**
   * The reminder of this name is silent until then; without a time the form asks for it.
   *
   * @param all name and time in one: where a reminder is called so, it stands still
   */
  public Outcome pauseUntil(String name, String until, String all, Asker asker) {
    List<Found> calledSo = reminders(all, asker);
    return calledSo.isEmpty()
        ? one(
            reminders(name, asker),
            found -> silentUntil(found, until, asker),
            found -> forms.keepUntil(form(found), until, asker),
            name,
            asker)
        : setFiring(calledSo, false, all, asker);
  }

  private Outcome silentUntil(Found found, String until, Asker asker) {
    return until.isEmpty()
        ? new Outcome.Open(form(found))
        : new Outcome.Show(forms.silence(form(found), until, asker));
  }

  private static Form.Silence form(Found found) {
    return new Form.Silence(found.bot().id(), found.job().id(), found.job().revision());
  }

  /** The form that changes the reminder of this name. */
  public Outcome edit(String name, Spot spot, Asker asker) {
    return one(
        reminders(name, asker),
        found -> reminders.edit(found.bot().id(), found.job().id(), spot, asker),
        found -> new Press.EditReminder(found.bot().id(), found.job().id()),
        name,
        asker);
  }

  /** The form that gives the bot of this name another one. */
  public Outcome rename(String name, Asker asker) {
    return ofThatName(name, asker)
        .findFirst()
        .map(bot -> reminders.rename(bot.id(), asker))
        .orElseGet(() -> nobody(name, asker));
  }

  /** What became of the last runs of the reminder of this name. */
  public Outcome runs(String name, Asker asker) {
    return one(
        reminders(name, asker),
        found -> new Outcome.Show(runs.of(found.bot().id(), found.job().id(), asker)),
        found -> new Press.ShowRuns(found.bot().id(), found.job().id()),
        name,
        asker);
  }

  /** Shows what would go: the reminder of this name, or the bot. */
  public Outcome delete(String name, Asker asker) {
    List<Found> jobs = all(asker).filter(found -> isJob(found, name)).toList();
    List<BotView> ofThatName = ofThatName(name, asker).toList();
    if (jobs.isEmpty() && ofThatName.size() == 1) {
      return new Outcome.Show(deleteBot.ask(ofThatName.getFirst().id(), asker));
    }
    if (ofThatName.isEmpty()) {
      return one(
          jobs,
          found -> new Outcome.Show(change.askDelete(found.bot().id(), found.job().id(), asker)),
          Named::askDelete,
          name,
          asker);
    }
    Stream<Choice> choices =
        Stream.concat(
            ofThatName.stream()
                .map(
                    bot ->
                        Choice.of(
                            say("the-bot", asker, bot.name()), new Press.AskDeleteBot(bot.id()))),
            jobs.stream().map(found -> Choice.of(found.name(), askDelete(found))));
    return which(choices.toList(), asker);
  }

  private static Press askDelete(Found found) {
    return new Press.AskDeleteReminder(found.bot().id(), found.job().id());
  }

  private static Outcome one(
      List<Found> found,
      Function<Found, Outcome> only,
      Function<Found, Press> press,
      String name,
      Asker asker) {
    if (found.size() == 1) {
      return only.apply(found.getFirst());
    }
    if (found.isEmpty()) {
      return nobody(name, asker);
    }
    return which(
        found.stream().map(each -> Choice.of(each.name(), press.apply(each))).toList(), asker);
  }

  private static Outcome nobody(String name, Asker asker) {
    return new Outcome.Show(
        Card.of(
            say("nobody", asker, name.replace("`", "")),
            Part.of(
                Choice.of(say("button.reminders", asker), new Press.ShowReminders(null, 0)),
                Menu.back(asker.locale()))));
  }

  private Stream<BotView> ofThatName(String name, Asker asker) {
    return bots.all(asker.person(), asker.locale()).stream().filter(bot -> same(bot.name(), name));
  }

  private static Outcome which(List<Choice> choices, Asker asker) {
    return new Outcome.Show(Card.of(say("which", asker), Part.of("", choices)));
  }

  /** By its own name, or all of a bot's by the bot's. */
  private List<Found> reminders(String name, Asker asker) {
    List<Found> exactly = all(asker).filter(found -> isJob(found, name)).toList();
    return exactly.isEmpty()
        ? all(asker).filter(found -> same(found.bot().name(), name)).toList()
        : exactly;
  }

  private Stream<Found> all(Asker asker) {
    return bots.all(asker.person(), asker.locale()).stream()
        .flatMap(bot -> bot.jobs().stream().map(job -> new Found(bot, job)));
  }

  private static boolean isJob(Found found, String name) {
    return same(found.job().shortName(), name) || same(found.name(), name);
  }

  private static boolean same(String one, String other) {
    return NameKey.of(one).equals(NameKey.of(other));
  }

  private static String say(String key, Asker asker, Object... arguments) {
    return WORDS.text(key, arguments).in(asker.locale());
  }
}
