package dev.bricklayer.bff.forms;

import dev.bricklayer.mattermost.hooks.Element;
import java.util.List;

/**
 * A form to be filled in.
 *
 * @param title at most 24 bytes
 * @param introduction Markdown
 * @param submit what stands on its button
 * @param elements its fields, six at most
 */
public record Sheet(String title, String introduction, String submit, List<Element> elements) {

  public Sheet {
    elements = List.copyOf(elements);
  }
}
