package dev.bricklayer.bff.endings;

import dev.bricklayer.bff.people.Place;
import dev.bricklayer.mattermost.MattermostUserId;
import java.util.Locale;

/** Whom to tell something, in which language, and where. */
public record Addressee(MattermostUserId user, String locale, Place place) {

  /** Somebody who asked for something. */
  public static Addressee of(Asker asker) {
    return new Addressee(asker.user(), asker.locale().toLanguageTag(), asker.place());
  }

  /** The language. */
  public Locale language() {
    return Locale.forLanguageTag(locale);
  }
}
