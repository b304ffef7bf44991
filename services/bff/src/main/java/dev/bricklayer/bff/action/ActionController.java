package dev.bricklayer.bff.action;

import dev.bricklayer.bff.cards.Card;
import dev.bricklayer.bff.cards.CardPrinter;
import dev.bricklayer.bff.dialog.DialogOpener;
import dev.bricklayer.bff.intent.ButtonNote;
import dev.bricklayer.bff.people.Place;
import dev.bricklayer.bff.people.Visitor;
import dev.bricklayer.bff.people.Visitors;
import dev.bricklayer.bff.signing.Seals;
import dev.bricklayer.bff.signing.Seals.Purpose;
import dev.bricklayer.bff.telling.Excuses;
import dev.bricklayer.bff.telling.HookBody;
import dev.bricklayer.bff.telling.Teller;
import dev.bricklayer.bff.telling.Told;
import dev.bricklayer.mattermost.hooks.ActionCall;
import dev.bricklayer.mattermost.hooks.HookAnswers;
import dev.bricklayer.mattermost.hooks.ResponseHook;
import dev.bricklayer.problems.Wording;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What Mattermost calls when somebody clicks a button. Anybody can make it call with anything, so a
 * click counts by the note that we sealed for the person who clicks.
 */
@RestController
class ActionController {

  private static final Wording WORDS = Wording.beside(ActionController.class);

  private final Visitors visitors;
  private final Seals seals;
  private final Presses presses;
  private final CardPrinter printer;
  private final Teller teller;
  private final DialogOpener opener;
  private final Excuses excuses;

  ActionController(
      Visitors visitors,
      Seals seals,
      Presses presses,
      CardPrinter printer,
      Teller teller,
      DialogOpener opener,
      Excuses excuses) {
    this.visitors = visitors;
    this.seals = seals;
    this.presses = presses;
    this.printer = printer;
    this.teller = teller;
    this.opener = opener;
    this.excuses = excuses;
  }

  @PostMapping(CardPrinter.ACTION_HOOK)
  Map<String, Object> clicked(HttpServletRequest request) throws IOException {
    ActionCall call = ActionCall.read(HookBody.of(request));
    String sealed = call.context().getOrDefault(CardPrinter.NOTE, "");
    Optional<ButtonNote> note = seals.open(Purpose.BUTTON, call.user(), sealed, ButtonNote.class);
    Visitor visitor = visitors.of(call, note.map(ButtonNote::hook).map(ResponseHook::new));
    return note.map(ours -> answer(ours, visitor)).orElseGet(() -> notYours(visitor));
  }

  private Map<String, Object> answer(ButtonNote note, Visitor visitor) {
    Optional<Card> shown =
        excuses.orExcuse(
            () -> opener.shown(presses.answer(note.press(), visitor), visitor),
            excuse -> Optional.of(Card.of(excuse)),
            visitor.locale());
    return shown.map(card -> show(card, visitor)).orElseGet(HookAnswers::nothing);
  }

  /** An ephemeral post cannot be changed, so what follows comes below it. */
  private Map<String, Object> show(Card card, Visitor visitor) {
    return switch (visitor.place()) {
      case Place.OnCard _ ->
          HookAnswers.update(printer.print(card, visitor.user(), visitor.place()));
      case Place.Here _, Place.InDirect _ -> tell(card, visitor);
    };
  }

  private Map<String, Object> tell(Card card, Visitor visitor) {
    return switch (teller.tell(card, visitor.user(), visitor.place())) {
      case Told.AsMeant _ -> HookAnswers.nothing();
      case Told.InDirect(var link) ->
          HookAnswers.ephemeralText(WORDS.text("elsewhere", link).in(visitor.locale()));
      case Told.Nowhere _ -> HookAnswers.ephemeralText(card.text());
    };
  }

  private static Map<String, Object> notYours(Visitor visitor) {
    return HookAnswers.ephemeralText(WORDS.text("old-button").in(visitor.locale()));
  }
}
