package dev.bricklayer.testkit.mattermost;

import tools.jackson.databind.JsonNode;

/**
 * What the server answered to a call.
 *
 * @param body missing where it was no JSON
 */
public record Answer(int status, JsonNode body) {

  /**
   * The body of a call that went well.
   *
   * @throws AssertionError if it did not
   */
  public JsonNode ok() {
    if (status / 100 != 2) {
      throw new AssertionError("Answered " + status + ": " + body);
    }
    return body;
  }

  /** The id of the thing that was made or read. */
  public String id() {
    return ok().path("id").asString("");
  }

  /** Why not; empty for a call that went well. */
  public String error() {
    return status / 100 == 2 ? "" : body.path("id").asString("");
  }

  /** By which a client knows that a dialog is its own. */
  public String triggerId() {
    return ok().path("trigger_id").asString("");
  }
}
