package dev.bricklayer.bff.slash;

import dev.bricklayer.bff.cards.Card;
import dev.bricklayer.bff.cards.Outcome;
import dev.bricklayer.bff.endings.Asker;
import dev.bricklayer.bff.endings.Askers;
import dev.bricklayer.bff.linking.LinkTalk;
import dev.bricklayer.bff.menu.Menu;
import dev.bricklayer.bff.newbot.Voices;
import dev.bricklayer.bff.people.Visitor;
import dev.bricklayer.bff.reminders.ShowReminders;
import dev.bricklayer.bff.typed.Named;
import dev.bricklayer.bff.typed.TypedForms;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** What comes of what was typed. Nothing here waits for the end of anything. */
@Component
class Answers {

  private final Askers askers;
  private final ShowReminders show;
  private final TypedForms typed;
  private final Named named;
  private final LinkTalk linking;
  private final Voices voices;

  Answers(
      Askers askers,
      ShowReminders show,
      TypedForms typed,
      Named named,
      LinkTalk linking,
      Voices voices) {
    this.askers = askers;
    this.show = show;
    this.typed = typed;
    this.named = named;
    this.linking = linking;
    this.voices = voices;
  }

  Outcome to(Utterance said, Visitor visitor) {
    return switch (said) {
      case Utterance.Menu _ -> new Outcome.Show(Menu.card(voices.usual(), visitor.locale()));
      case Utterance.Help _ -> new Outcome.Show(Menu.help(visitor.locale()));
      case Utterance.List(var here) ->
          show(visitor, asker -> here ? show.here(visitor.spot(), asker) : show.all(asker));
      case Utterance.Add(var bot, var text, var when, var channel) ->
          show(visitor, asker -> typed.add(bot, text, when, channel, visitor.spot(), asker));
      case Utterance.Pause(var name) -> named.setFiring(name, false, askers.of(visitor));
      case Utterance.Skip(var name) -> named.skip(name, askers.of(visitor));
      case Utterance.PauseUntil(var name, var until, var all) ->
          named.pauseUntil(name, until, all, askers.of(visitor));
      case Utterance.Resume(var name) -> named.setFiring(name, true, askers.of(visitor));
      case Utterance.Rename(var name) -> named.rename(name, askers.of(visitor));
      case Utterance.Edit(var name) -> named.edit(name, visitor.spot(), askers.of(visitor));
      case Utterance.Runs(var name) -> named.runs(name, askers.of(visitor));
      case Utterance.Delete(var name) -> named.delete(name, askers.of(visitor));
      case Utterance.Link(var code) ->
          show(visitor, asker -> linking.ask(code, visitor.username(), asker));
      case Utterance.Incomplete(var verb) ->
          new Outcome.Show(Menu.incomplete(verb.name(), visitor.locale()));
      case Utterance.Unknown(var word, var nearest) ->
          new Outcome.Show(Menu.unknown(word, nearest, visitor.locale()));
    };
  }

  private Outcome show(Visitor visitor, Function<Asker, Card> card) {
    return new Outcome.Show(card.apply(askers.of(visitor)));
  }
}
