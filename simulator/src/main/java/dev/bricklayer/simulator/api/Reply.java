package dev.bricklayer.simulator.api;

import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What a call is answered with. */
sealed interface Reply {

  /** A JSON body, with headers beside the usual ones. */
  record Json(int status, JsonNode body, Map<String, String> headers) implements Reply {}

  /** A body of plain text. */
  record Text(int status, String body) implements Reply {}

  /**
   * An error in Mattermost's form.
   *
   * @param message for people; the stand-in's own words, English only
   * @param detail for developers
   */
  record Problem(int status, String id, String message, String detail) implements Reply {}

  static Reply ok(JsonNode body) {
    return new Json(200, body, Map.of());
  }

  static Reply created(JsonNode body) {
    return new Json(201, body, Map.of());
  }

  /** What calls without a result answer. */
  static Reply done() {
    return ok(JsonNodeFactory.instance.objectNode().put("status", "OK"));
  }

  static Reply forbidden(String userId, String permission) {
    String detail = "userId=" + userId + ", permission=" + permission;
    return new Problem(403, "api.context.permissions.app_error", "You may not do that.", detail);
  }

  static Reply noSession(String detail) {
    return new Problem(
        401,
        "api.context.session_expired.app_error",
        "This session or token is not valid.",
        detail);
  }

  static Reply badBody(String what) {
    return new Problem(
        400,
        "api.context.invalid_body_param.app_error",
        "The body lacks a valid " + what + ".",
        "");
  }

  static Reply badUrl(String what) {
    return new Problem(
        400,
        "api.context.invalid_url_param.app_error",
        "The address lacks a valid " + what + ".",
        "");
  }

  /** Switched off by the administrator. */
  static Reply switchedOff(String id) {
    return new Problem(501, id, "The administrator has switched this off.", "");
  }

  static Reply refused(String id, String message) {
    return new Problem(400, id, message, "");
  }

  static Reply missing(String id, String message) {
    return new Problem(404, id, message, "");
  }
}
