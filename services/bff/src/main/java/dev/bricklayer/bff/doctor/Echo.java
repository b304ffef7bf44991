package dev.bricklayer.bff.doctor;

/** What came of typing our command as the administrator. */
sealed interface Echo {

  /** This installation heard it, and its answer came back. */
  record Heard() implements Echo {}

  /** Something else answered. */
  record Stranger() implements Echo {}

  /** Mattermost could not call the address: refused by its own rule, or by the network. */
  record NotReached() implements Echo {}

  /** Something at the address answered with another status than 200. */
  record BadStatus() implements Echo {}

  /** No team has our command. */
  record NoCommand() implements Echo {}

  /**
   * Mattermost did not even try.
   *
   * @param why in its own words
   */
  record NotTried(String why) implements Echo {}
}
