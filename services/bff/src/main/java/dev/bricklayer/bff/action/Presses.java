package dev.bricklayer.bff.action;

import dev.bricklayer.bff.cards.Outcome;
import dev.bricklayer.bff.intent.Press;
import dev.bricklayer.bff.menu.Menu;
import dev.bricklayer.bff.people.Visitor;
import org.springframework.stereotype.Component;

/** What comes of a click: all that a button can mean. */
@Component
class Presses {

  Outcome answer(Press press, Visitor visitor) {
    return switch (press) {
      case Press.ShowMenu _ -> new Outcome.Show(Menu.card(visitor.locale()));
      case Press.ShowHelp _ -> new Outcome.Show(Menu.help(visitor.locale()));
    };
  }
}
