package dev.bricklayer.simulator.api;

import dev.bricklayer.simulator.config.ServerConfig;
import dev.bricklayer.simulator.config.Setting;
import dev.bricklayer.simulator.world.Command;
import dev.bricklayer.simulator.world.World;
import java.util.Optional;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Posts what integrations answer to slash commands, where these were typed. */
final class CommandAnswers {

  private final World world;
  private final ServerConfig config;
  private final Posting posting;
  private final Ephemerals ephemerals;
  private final SlackText slackText;

  CommandAnswers(Stage stage, Posting posting, Ephemerals ephemerals) {
    this.world = stage.world();
    this.config = stage.config();
    this.posting = posting;
    this.ephemerals = ephemerals;
    this.slackText = new SlackText(stage.world());
  }

  /**
   * Where a command was typed, and by whom.
   *
   * @param rootId the thread; empty for none
   */
  record Place(String userId, String channelId, String rootId) {}

  /**
   * Posts an answer with its extra responses.
   *
   * @param clientId the short trigger id
   * @return the answer as the client hears it; empty if a part of it could not be posted
   */
  Optional<ObjectNode> post(Command command, Place place, CommandAnswer answer, String clientId) {
    Optional<ObjectNode> first = postOne(command, place, answer, clientId);
    if (answer.extraResponses() == null) {
      return first;
    }
    ArrayNode extras = Views.object().putArray("extra_responses");
    boolean all = first.isPresent();
    for (CommandAnswer extra : answer.extras()) {
      Optional<ObjectNode> posted = postOne(command, place, extra, "");
      posted.ifPresent(extras::add);
      all &= posted.isPresent();
    }
    first.ifPresent(json -> json.set("extra_responses", extras));
    return all ? first : Optional.empty();
  }

  private Optional<ObjectNode> postOne(
      Command command, Place place, CommandAnswer answer, String clientId) {
    String channelId = answer.channelId().isEmpty() ? place.channelId() : answer.channelId();
    boolean elsewhere = !answer.channelId().isEmpty();
    if (elsewhere && world.channelMember(channelId, place.userId()) == null) {
      return Optional.empty();
    }
    UnaryOperator<String> words =
        answer.skipSlackParsing() ? UnaryOperator.identity() : slackText::toMarkdown;
    String text = words.apply(answer.text());
    if (answer.type().startsWith("system_") || (answer.forAll() && posting.tooLong(text))) {
      return Optional.empty();
    }
    ObjectNode props = props(command, answer);
    Attachments.rewrite(props, words);
    NewPost post =
        new NewPost(place.userId(), channelId, place.rootId(), text, answer.type(), props);
    if (answer.forAll()) {
      posting.save(post);
      Attachments.dropTargets(props);
    } else if (answer.forOne()) {
      ephemerals.show(place.userId(), post);
    }
    ArrayNode shown = props.path("attachments") instanceof ArrayNode cards ? cards : null;
    return Optional.of(answer.toJson(clientId, text, shown));
  }

  /** The name and picture of the command win over those of the answer. */
  private ObjectNode props(Command command, CommandAnswer answer) {
    ObjectNode props = answer.props() == null ? Views.object() : answer.props().deepCopy();
    if (config.isOn(Setting.ENABLE_POST_USERNAME_OVERRIDE)) {
      String name = first(command.look().username(), answer.username());
      if (!name.isEmpty()) {
        props.put("override_username", name);
      }
    }
    if (config.isOn(Setting.ENABLE_POST_ICON_OVERRIDE)) {
      props.put("override_icon_url", first(command.look().iconUrl(), answer.iconUrl()));
    }
    if (answer.attachments() != null) {
      props.set("attachments", answer.attachments().deepCopy());
    }
    return props.put("from_webhook", "true");
  }

  private static String first(String one, String other) {
    return one.isEmpty() ? other : one;
  }
}
