package dev.bricklayer.bff.slash;

import dev.bricklayer.bff.cards.Outcome;
import dev.bricklayer.bff.menu.Menu;
import dev.bricklayer.bff.people.Visitor;
import org.springframework.stereotype.Component;

/** What comes of what was typed. */
@Component
class Answers {

  Outcome to(Utterance said, Visitor visitor) {
    return switch (said) {
      case Utterance.Menu _ -> new Outcome.Show(Menu.card(visitor.locale()));
      case Utterance.Help _ -> new Outcome.Show(Menu.help(visitor.locale()));
      case Utterance.Unknown(var word, var nearest) ->
          new Outcome.Show(Menu.unknown(word, nearest, visitor.locale()));
    };
  }
}
