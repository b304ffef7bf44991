package dev.bricklayer.bff.people;

import dev.bricklayer.mattermost.MattermostUserId;
import dev.bricklayer.mattermost.hooks.TriggerId;
import java.util.Locale;

/**
 * Somebody who does something in Mattermost now.
 *
 * @param user who; Mattermost says so
 * @param username of that user
 * @param habits in which language and zone
 * @param spot in which channel they are
 * @param place where they hear what comes of it
 * @param trigger opens a form on their screen
 */
public record Visitor(
    MattermostUserId user,
    String username,
    Habits habits,
    Spot spot,
    Place place,
    TriggerId trigger) {

  /** In which language. */
  public Locale locale() {
    return habits.locale();
  }
}
