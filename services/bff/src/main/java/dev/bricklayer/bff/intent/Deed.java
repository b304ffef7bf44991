package dev.bricklayer.bff.intent;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What somebody wanted done; told to them when it is, or is not. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "deed")
public sealed interface Deed {

  /** How people call what it is about. */
  String name();

  /** A bot is made. */
  record MakeBot(String name) implements Deed {}

  /** A bot gets this name. */
  record RenameBot(String name) implements Deed {}

  /** A reminder is added. */
  record AddReminder(String name) implements Deed {}

  /** A reminder is changed. */
  record ChangeReminder(String name) implements Deed {}

  /** A reminder stands still. */
  record Pause(String name) implements Deed {}

  /** A reminder fires again. */
  record Resume(String name) implements Deed {}

  /** A reminder is silent for a while. */
  record Silence(String name) implements Deed {}

  /** A reminder speaks by its schedule again. */
  record SpeakAgain(String name) implements Deed {}

  /** A bot gets another token. */
  record GiveToken(String name) implements Deed {}

  /** A reminder goes. */
  record DeleteReminder(String name) implements Deed {}

  /** A bot goes with so many reminders. */
  record DeleteBot(String name, int reminders) implements Deed {}
}
