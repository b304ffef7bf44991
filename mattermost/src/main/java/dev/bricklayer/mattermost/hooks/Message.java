package dev.bricklayer.mattermost.hooks;

import java.util.List;
import java.util.Map;

/**
 * What is shown: as a post, or as an answer that only one person sees.
 *
 * @param text Markdown
 * @param attachments below it; may be none
 */
public record Message(String text, List<Attachment> attachments) {

  public Message {
    attachments = List.copyOf(attachments);
  }

  /** Words alone. */
  public static Message of(String text) {
    return new Message(text, List.of());
  }

  /** The props of a post that shows the attachments. */
  public Map<String, Object> props() {
    return Map.of("attachments", HookJson.attachments(attachments));
  }
}
