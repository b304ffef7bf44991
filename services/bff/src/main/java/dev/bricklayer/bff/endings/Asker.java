package dev.bricklayer.bff.endings;

import dev.bricklayer.bff.people.Habits;
import dev.bricklayer.bff.people.Place;
import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.mattermost.MattermostUserId;
import java.util.Locale;

/**
 * Somebody in Mattermost who wants something done, and may.
 *
 * @param user who they are there
 * @param person who they are here
 * @param habits in which language and zone
 * @param place where they hear what comes of it
 */
public record Asker(MattermostUserId user, PersonId person, Habits habits, Place place) {

  /** In which language. */
  public Locale locale() {
    return habits.locale();
  }
}
