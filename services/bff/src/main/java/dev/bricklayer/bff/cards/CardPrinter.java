package dev.bricklayer.bff.cards;

import dev.bricklayer.bff.installation.PublicAddress;
import dev.bricklayer.bff.intent.ButtonNote;
import dev.bricklayer.bff.people.Place;
import dev.bricklayer.bff.signing.Seals;
import dev.bricklayer.bff.signing.Seals.Purpose;
import dev.bricklayer.mattermost.MattermostUserId;
import dev.bricklayer.mattermost.hooks.Attachment;
import dev.bricklayer.mattermost.hooks.Button;
import dev.bricklayer.mattermost.hooks.Message;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes messages of cards: each button gets its meaning along, sealed for the one who sees it. */
@Component
public class CardPrinter {

  /** What Mattermost calls when a button is clicked. */
  public static final String ACTION_HOOK = PublicAddress.HOOKS + "action";

  /** Under this name a button carries its {@link ButtonNote}. */
  public static final String NOTE = "note";

  /**
   * Cards stand in a direct channel for months; what they mean is looked at anew with each click.
   */
  private static final Duration BUTTONS_WORK = Duration.ofDays(180);

  private static final int LONGEST_FALLBACK = 200;

  private final Seals seals;
  private final URI url;

  CardPrinter(Seals seals, PublicAddress address) {
    this.seals = seals;
    this.url = address.of(ACTION_HOOK);
  }

  /** The card as this person sees it at this place. */
  public Message print(Card card, MattermostUserId reader, Place place) {
    String hook =
        switch (place) {
          case Place.Here(var id) -> id;
          case Place.OnCard _, Place.InDirect _ -> null;
        };
    return new Message(
        card.text(),
        card.parts().stream().map(part -> attachment(part, card, reader, hook)).toList());
  }

  private Attachment attachment(
      Part part, Card card, MattermostUserId reader, @Nullable String hook) {
    String words = part.text().isEmpty() ? card.text() : part.text();
    return new Attachment(
        part.text(),
        words.length() <= LONGEST_FALLBACK ? words : words.substring(0, LONGEST_FALLBACK),
        part.tone().color(),
        part.choices().stream().map(choice -> button(choice, reader, hook)).toList());
  }

  private Button button(Choice choice, MattermostUserId reader, @Nullable String hook) {
    ButtonNote note = new ButtonNote(choice.press(), hook);
    return new Button(
        choice.label(),
        choice.style(),
        url,
        Map.of(NOTE, seals.seal(Purpose.BUTTON, reader, note, BUTTONS_WORK)));
  }
}
