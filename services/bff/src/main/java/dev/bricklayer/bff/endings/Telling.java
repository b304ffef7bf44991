package dev.bricklayer.bff.endings;

import dev.bricklayer.bff.drafts.Draft;
import dev.bricklayer.bff.intent.Deed;
import dev.bricklayer.bff.people.Place;
import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.mattermost.MattermostUserId;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whom to tell what came of it, in which language, and where.
 *
 * @param deed what they wanted done
 * @param draft the form they sent; null when it was no form
 * @param attempt which attempt of that form it is
 */
public record Telling(
    MattermostUserId user,
    PersonId person,
    String locale,
    Place place,
    Deed deed,
    @Nullable UUID draft,
    int attempt) {

  /** What came of a form. */
  public static Telling of(Asker asker, Deed deed, Draft draft) {
    return telling(asker, deed, draft.id(), draft.attempt());
  }

  /** What came of a click or a command. */
  public static Telling of(Asker asker, Deed deed) {
    return telling(asker, deed, null, 0);
  }

  private static Telling telling(Asker asker, Deed deed, @Nullable UUID draft, int attempt) {
    return new Telling(
        asker.user(),
        asker.person(),
        asker.locale().toLanguageTag(),
        asker.place(),
        deed,
        draft,
        attempt);
  }

  /** The language. */
  public Locale language() {
    return Locale.forLanguageTag(locale);
  }
}
