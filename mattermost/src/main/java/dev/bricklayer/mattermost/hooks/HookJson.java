package dev.bricklayer.mattermost.hooks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What goes to Mattermost, in Mattermost's names. */
final class HookJson {

  private HookJson() {}

  static Map<String, Object> ephemeral(Message message) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("response_type", "ephemeral");
    json.put("text", message.text());
    json.put("skip_slack_parsing", true);
    if (!message.attachments().isEmpty()) {
      json.put("attachments", attachments(message.attachments()));
    }
    return json;
  }

  static List<Map<String, Object>> attachments(List<Attachment> attachments) {
    return IntStream.range(0, attachments.size())
        .mapToObj(i -> attachment(attachments.get(i), i))
        .toList();
  }

  private static Map<String, Object> attachment(Attachment attachment, int index) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("fallback", attachment.fallback());
    json.put("text", attachment.text());
    if (!attachment.color().isEmpty()) {
      json.put("color", attachment.color());
    }
    List<Button> buttons = attachment.buttons();
    if (!buttons.isEmpty()) {
      json.put(
          "actions",
          IntStream.range(0, buttons.size())
              .mapToObj(i -> button(buttons.get(i), "a" + index + "b" + i))
              .toList());
    }
    return json;
  }

  /** Mattermost makes the id a part of an address: with anything but letters and digits, 404. */
  private static Map<String, Object> button(Button button, String id) {
    return Map.of(
        "id",
        id,
        "type",
        "button",
        "name",
        button.name(),
        "style",
        button.style().wire(),
        "integration",
        Map.of("url", button.url().toString(), "context", button.context()));
  }

  static Map<String, Object> dialog(Dialog dialog) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("callback_id", Dialog.CALLBACK);
    json.put("title", dialog.title());
    json.put("introduction_text", dialog.introduction());
    json.put("submit_label", dialog.submitLabel());
    json.put("notify_on_cancel", false);
    json.put("state", dialog.state());
    json.put("elements", dialog.elements().stream().map(HookJson::element).toList());
    return json;
  }

  private static Map<String, Object> element(Element element) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", element.name());
    json.put("display_name", element.label());
    json.put("help_text", element.help());
    json.put("optional", element.optional());
    switch (element) {
      case Element.Line line -> {
        json.put("type", "text");
        json.put("subtype", line.secret() ? "password" : "");
        json.put("placeholder", line.placeholder());
        json.put("default", line.filledIn());
        json.put("max_length", line.longest());
      }
      case Element.Paragraph paragraph -> {
        json.put("type", "textarea");
        json.put("placeholder", paragraph.placeholder());
        json.put("default", paragraph.filledIn());
        json.put("max_length", Element.LONGEST_PARAGRAPH);
      }
      case Element.Choice choice -> {
        json.put("type", "select");
        json.put("options", options(choice.options()));
        json.put("default", choice.filledIn());
      }
      case Element.AnyChannel _ -> {
        json.put("type", "select");
        json.put("data_source", "channels");
      }
    }
    return json;
  }

  private static List<Map<String, Object>> options(Map<String, String> options) {
    List<Map<String, Object>> json = new ArrayList<>();
    options.forEach((value, text) -> json.add(Map.of("text", text, "value", value)));
    return json;
  }
}
