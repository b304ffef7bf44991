package dev.bricklayer.bff.people;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** Where a person hears what comes of what they did. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "in")
public sealed interface Place {

  /**
   * Where the command was typed, seen by nobody else; some times and some minutes only.
   *
   * @param id of the {@link dev.bricklayer.mattermost.hooks.ResponseHook}
   */
  record Here(String id) implements Place {}

  /**
   * On a card in the direct channel with our bot, which changes.
   *
   * @param post the card
   */
  record OnCard(String post) implements Place {}

  /** On a new card in the direct channel with our bot. */
  record InDirect() implements Place {}
}
