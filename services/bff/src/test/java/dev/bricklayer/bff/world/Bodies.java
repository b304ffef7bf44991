package dev.bricklayer.bff.world;

import tools.jackson.core.JsonPointer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Bodies of calls, made from a good one. */
public final class Bodies {

  /** The demo bot's token, as it looks. */
  public static final String TOKEN = "k3xq9h7pbtfm8yzd5c1wrn6jso";

  private static final JsonMapper JSON = JsonMapper.shared();

  private final ObjectNode body;

  private Bodies(ObjectNode body) {
    this.body = body;
  }

  /** A bot of this name with a job every minute. */
  public static Bodies bot(String name) {
    String json =
        """
        {
          "name": "standup",
          "credentials": {"kind": "token", "token": "%s"},
          "job": {
            "shortName": "daily",
            "channel": {"team": "acme", "name": "release"},
            "text": "Time for the stand-up!",
            "schedule": {"cron": "* * * * *", "timeZone": "Europe/Berlin"}
          }
        }
        """
            .formatted(TOKEN);
    return new Bodies((ObjectNode) JSON.readTree(json))
        .with("/name", JSON.writeValueAsString(name));
  }

  /** The same with another value (JSON) at a pointer. */
  public Bodies with(String pointer, String json) {
    JsonPointer at = JsonPointer.compile(pointer);
    ObjectNode copy = body.deepCopy();
    ((ObjectNode) copy.at(at.head())).set(at.last().getMatchingProperty(), JSON.readTree(json));
    return new Bodies(copy);
  }

  /** The same without a field. */
  public Bodies without(String pointer) {
    JsonPointer at = JsonPointer.compile(pointer);
    ObjectNode copy = body.deepCopy();
    ((ObjectNode) copy.at(at.head())).remove(at.last().getMatchingProperty());
    return new Bodies(copy);
  }

  /** As JSON. */
  public String json() {
    return body.toString();
  }
}
