package dev.bricklayer.bff.operation;

/** How long somebody waits for an operation's end; the durations are settings. */
public enum Patience {
  /** Not at all: a slash command answers at once. */
  NONE,
  /** As a REST call or a button's click does. */
  CALL,
  /** As the submission of a dialog does. */
  DIALOG
}
