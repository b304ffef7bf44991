package dev.bricklayer.engine.delivery;

import dev.bricklayer.mattermost.PostId;

/** What reading a channel back showed. */
sealed interface Sighting {

  /** There it stands. */
  record Found(PostId post) implements Sighting {}

  /** It does not stand there now. */
  record Absent() implements Sighting {}

  /** Mattermost does not let us look, and will not tomorrow. */
  record Unreadable(int status, String why) implements Sighting {}

  /** It could not be read now. */
  record Unclear(String why) implements Sighting {}
}
