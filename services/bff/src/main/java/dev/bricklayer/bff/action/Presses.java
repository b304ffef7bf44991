package dev.bricklayer.bff.action;

import dev.bricklayer.bff.cards.Card;
import dev.bricklayer.bff.cards.Outcome;
import dev.bricklayer.bff.endings.Asker;
import dev.bricklayer.bff.endings.Askers;
import dev.bricklayer.bff.intent.Form;
import dev.bricklayer.bff.intent.Press;
import dev.bricklayer.bff.journal.ShowRuns;
import dev.bricklayer.bff.linking.LinkTalk;
import dev.bricklayer.bff.menu.Menu;
import dev.bricklayer.bff.newbot.Voices;
import dev.bricklayer.bff.operation.Patience;
import dev.bricklayer.bff.people.Visitor;
import dev.bricklayer.bff.reminders.ChangeReminder;
import dev.bricklayer.bff.reminders.DeleteBot;
import dev.bricklayer.bff.reminders.Reminders;
import dev.bricklayer.bff.reminders.ShowReminders;
import dev.bricklayer.bff.reminders.SilenceReminder;
import dev.bricklayer.bff.typed.TypedForms;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** What comes of a click: all that a button can mean. */
@Component
class Presses {

  private final Askers askers;
  private final ShowReminders show;
  private final Reminders reminders;
  private final ChangeReminder change;
  private final SilenceReminder silence;
  private final DeleteBot deleteBot;
  private final ShowRuns runs;
  private final LinkTalk linking;
  private final TypedForms typed;
  private final Voices voices;

  Presses(
      Askers askers,
      ShowReminders show,
      Reminders reminders,
      ChangeReminder change,
      SilenceReminder silence,
      DeleteBot deleteBot,
      ShowRuns runs,
      LinkTalk linking,
      TypedForms typed,
      Voices voices) {
    this.askers = askers;
    this.show = show;
    this.reminders = reminders;
    this.change = change;
    this.silence = silence;
    this.deleteBot = deleteBot;
    this.runs = runs;
    this.linking = linking;
    this.typed = typed;
    this.voices = voices;
  }

  Outcome answer(Press press, Visitor visitor) {
    return switch (press) {
      case Press.ShowMenu _ -> new Outcome.Show(Menu.card(voices.usual(), visitor.locale()));
      case Press.ShowHelp _ -> new Outcome.Show(Menu.help(visitor.locale()));
      case Press.ShowLinking _ -> new Outcome.Show(Menu.linking(visitor.locale()));
      case Press.ConfirmLink(var link) -> show(visitor, asker -> linking.confirm(link, asker));
      case Press.MakeBot(var voice) ->
          new Outcome.Open(new Form.NewBot(voice == null ? voices.usual() : voice, visitor.spot()));
      case Press.AddReminder(var bot) -> reminders.add(bot, visitor.spot(), askers.of(visitor));
      case Press.OpenDraft(var draft) -> new Outcome.Reopen(draft);
      case Press.SaveDraft(var draft) -> show(visitor, asker -> typed.saveAgain(draft, asker));
      case Press.ChooseTime(var draft, var time) ->
          show(visitor, asker -> typed.saveAt(draft, time, asker));
      case Press.ShowReminders(var bot, var page) ->
          show(visitor, asker -> bot == null ? show.all(asker) : show.of(bot, page, asker));
      case Press.EditReminder(var bot, var job) ->
          reminders.edit(bot, job, visitor.spot(), askers.of(visitor));
      case Press.RenameBot(var bot) -> reminders.rename(bot, askers.of(visitor));
      case Press.ShowRuns(var bot, var job) -> show(visitor, asker -> runs.of(bot, job, asker));
      case Press.RunReminder wish -> show(visitor, asker -> runs.run(wish, asker));
      case Press.GiveToken(var bot) -> new Outcome.Open(new Form.NewToken(bot));
      case Press.SetFiring wish ->
          show(visitor, asker -> change.setFiring(wish, asker, Patience.CALL));
      case Press.AskSilence(var bot, var job) ->
          show(visitor, asker -> silence.choose(bot, job, asker));
      case Press.SayUntil(var bot, var job) -> silence.ask(bot, job, askers.of(visitor));
      case Press.SetSilence wish -> show(visitor, asker -> silence.set(wish, asker, Patience.CALL));
      case Press.AskDeleteReminder(var bot, var job) ->
          show(visitor, asker -> change.askDelete(bot, job, asker));
      case Press.DeleteReminder wish ->
          show(visitor, asker -> change.delete(wish, asker, Patience.CALL));
      case Press.AskDeleteBot(var bot) ->
          show(visitor, asker -> bot == null ? deleteBot.ask(asker) : deleteBot.ask(bot, asker));
      case Press.DeleteBot wish ->
          show(visitor, asker -> deleteBot.delete(wish, asker, Patience.CALL));
    };
  }

  private Outcome show(Visitor visitor, Function<Asker, Card> card) {
    return new Outcome.Show(card.apply(askers.of(visitor)));
  }
}
