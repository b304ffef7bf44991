package dev.bricklayer.testkit.mattermost;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * A dialog that is open on somebody's screen.
 *
 * @param elements what is asked for
 */
public record Dialog(
    String url,
    String callbackId,
    String state,
    String title,
    String introduction,
    boolean notifyOnCancel,
    List<JsonNode> elements) {

  static Dialog of(Heard event) {
    JsonNode opened = event.data().path("dialog");
    return of(opened.path("url").asString(""), opened.path("dialog"));
  }

  private static Dialog of(String url, JsonNode dialog) {
    return new Dialog(
        url,
        dialog.path("callback_id").asString(""),
        dialog.path("state").asString(""),
        dialog.path("title").asString(""),
        dialog.path("introduction_text").asString(""),
        dialog.path("notify_on_cancel").asBoolean(false),
        dialog.path("elements").valueStream().toList());
  }

  /** The next step, where the answer to a submission brought one. */
  public Dialog next(Answer submitted) {
    return of(url, submitted.ok().path("form"));
  }

  /** What stands in it when it opens, by the names of the elements. */
  public Map<String, String> filledIn() {
    return elements.stream()
        .filter(element -> !element.path("default").asString("").isEmpty())
        .collect(
            Collectors.toMap(
                element -> element.path("name").asString(""),
                element -> element.path("default").asString("")));
  }

  /** An element by its name. */
  public JsonNode element(String name) {
    return elements.stream()
        .filter(element -> element.path("name").asString("").equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("No element '" + name + "' in " + elements));
  }
}
