package dev.bricklayer.simulator.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Dialogs as the played version knows them: what it does not know is lost on the way, what was left
 * out is there and empty.
 */
final class DialogViews {

  private static final List<String> TEXTS =
      List.of(
          "display_name",
          "name",
          "type",
          "subtype",
          "default",
          "placeholder",
          "help_text",
          "data_source");

  /** Only newer servers know these, and only where they are set. */
  private static final List<String> OF_11 =
      List.of(
          "data_source_url", "refresh", "datetime_config", "min_date", "max_date", "time_interval");

  private final ServerVersion version;

  DialogViews(ServerVersion version) {
    this.version = version;
  }

  /** What is of the wrong type makes the whole unreadable. */
  record Typed(
      @Nullable String callbackId,
      @Nullable String title,
      @Nullable String introductionText,
      @Nullable String iconUrl,
      @Nullable String submitLabel,
      boolean notifyOnCancel,
      @Nullable String state,
      @Nullable List<Element> elements) {

    record Element(
        @Nullable String displayName,
        @Nullable String name,
        @Nullable String type,
        @Nullable String subtype,
        @JsonProperty("default") @Nullable String preset,
        @Nullable String placeholder,
        @Nullable String helpText,
        boolean optional,
        int minLength,
        int maxLength,
        @Nullable String dataSource,
        @Nullable List<Option> options) {}

    record Option(@Nullable String text, @Nullable String value) {}
  }

  /** Whether every field is of the type that a real server expects. */
  boolean readable(JsonNode sent) {
    try {
      return !sent.isObject() || IntegrationJson.read(sent, Typed.class) != null;
    } catch (JacksonException wrongType) {
      return false;
    }
  }

  ObjectNode dialog(JsonNode sent) {
    ObjectNode json =
        Views.object()
            .put("callback_id", Call.text(sent, "callback_id"))
            .put("title", Call.text(sent, "title"))
            .put("introduction_text", Call.text(sent, "introduction_text"))
            .put("icon_url", Call.text(sent, "icon_url"))
            .put("submit_label", Call.text(sent, "submit_label"))
            .put("notify_on_cancel", sent.path("notify_on_cancel").asBoolean(false))
            .put("state", Call.text(sent, "state"));
    if (sent.path("elements").isArray()) {
      ArrayNode elements = json.putArray("elements");
      sent.path("elements").forEach(each -> elements.add(element(each)));
    } else {
      json.putNull("elements");
    }
    if (version.atLeast11() && !Call.text(sent, "source_url").isEmpty()) {
      json.put("source_url", Call.text(sent, "source_url"));
    }
    return json;
  }

  private ObjectNode element(JsonNode sent) {
    ObjectNode json = Views.object();
    TEXTS.forEach(field -> json.put(field, Call.text(sent, field)));
    json.put("optional", sent.path("optional").asBoolean(false))
        .put("min_length", sent.path("min_length").asInt(0))
        .put("max_length", sent.path("max_length").asInt(0));
    json.set("options", sent.path("options").isArray() ? sent.path("options") : json.nullNode());
    if (version.atLeast11()) {
      json.put("multiselect", sent.path("multiselect").asBoolean(false));
      OF_11.stream().filter(sent::has).forEach(field -> json.set(field, sent.path(field)));
    }
    return json;
  }

  /** What the client hears of an integration's answer. */
  ObjectNode answer(JsonNode sent) {
    ObjectNode json = Views.object();
    if (!Call.text(sent, "error").isEmpty()) {
      json.put("error", Call.text(sent, "error"));
    }
    if (!sent.path("errors").isEmpty()) {
      json.set("errors", sent.path("errors"));
    }
    if (version.atLeast11() && !Call.text(sent, "type").isEmpty()) {
      json.put("type", Call.text(sent, "type"));
      if (sent.path("form").isObject()) {
        json.set("form", dialog(sent.path("form")));
      }
    }
    return json;
  }
}
