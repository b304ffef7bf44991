package dev.bricklayer.bff.jobs;

import static dev.bricklayer.bff.jobs.JobReader.WORDS;

import dev.bricklayer.contracts.ChannelRef;
import dev.bricklayer.mattermost.MattermostUserId;
import dev.bricklayer.problems.Fields;
import dev.bricklayer.problems.TextRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** A channel in one of its three forms. */
final class ChannelFields {

  private static final TextRule ID =
      TextRule.line(64).matching(Pattern.compile("[a-z0-9]{26}"), WORDS.text("channel-id-form"));

  /** What may stand in an address; whether there is such a channel, Mattermost says. */
  private static final TextRule URL_NAME =
      TextRule.line(64)
          .matching(Pattern.compile("[a-z0-9][a-z0-9._-]*"), WORDS.text("url-name-form"));

  private static final TextRule ME =
      TextRule.line(64).matching(Pattern.compile("me"), WORDS.text("direct-form"));

  /** For what is refused anyway. */
  private static final ChannelRef NONE = ChannelRef.byId("");

  private enum Form {
    NAMED,
    BY_ID,
    DIRECT
  }

  private ChannelFields() {}

  /**
   * Reads a channel.
   *
   * @param me the Mattermost user that the caller is; asked only where it matters
   */
  static ChannelRef read(Fields channel, Supplier<Optional<MattermostUserId>> me) {
    List<Form> forms = formsOf(channel);
    if (forms.size() != 1) {
      channel.ignore("team", "name", "id", "directTo");
      channel.reject(forms.isEmpty() ? "required" : "invalid", WORDS.text("channel-forms"));
      return NONE;
    }
    return switch (forms.getFirst()) {
      case NAMED ->
          ChannelRef.named(channel.text("team", URL_NAME), channel.text("name", URL_NAME));
      case BY_ID -> ChannelRef.byId(channel.text("id", ID));
      case DIRECT -> direct(channel, me);
    };
  }

  private static List<Form> formsOf(Fields channel) {
    List<Form> forms = new ArrayList<>();
    if (channel.has("team") || channel.has("name")) {
      forms.add(Form.NAMED);
    }
    if (channel.has("id")) {
      forms.add(Form.BY_ID);
    }
    if (channel.has("directTo")) {
      forms.add(Form.DIRECT);
    }
    return forms;
  }

  /** "Me" becomes the Mattermost user that the caller is: who that is later changes no job. */
  private static ChannelRef direct(Fields channel, Supplier<Optional<MattermostUserId>> me) {
    channel.text("directTo", ME);
    return me.get()
        .map(user -> ChannelRef.directTo(user.value()))
        .orElseGet(
            () -> {
              channel.reject("directTo", "link-required", WORDS.text("link-required"));
              return NONE;
            });
  }
}
