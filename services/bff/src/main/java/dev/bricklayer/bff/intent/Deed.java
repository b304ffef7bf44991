package dev.bricklayer.bff.intent;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What somebody wanted done; told to them when it is, or is not. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "deed")
public sealed interface Deed {

  /** How people call what it is about. */
  String name();

  /** A bot is made. */
  record MakeBot(String name) implements Deed {}

  /** A bot goes with so many reminders. */
  record DeleteBot(String name, int reminders) implements Deed {}
}
