package dev.bricklayer.simulator.api;

import dev.bricklayer.simulator.integration.ActionCookies.Cookie;
import dev.bricklayer.simulator.integration.Integrations;
import dev.bricklayer.simulator.integration.TriggerIds;
import dev.bricklayer.simulator.world.Channel;
import dev.bricklayer.simulator.world.Post;
import dev.bricklayer.simulator.world.Team;
import dev.bricklayer.simulator.world.User;
import dev.bricklayer.simulator.world.World;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Clicks on buttons and choices from menus. */
final class ActionCalls {

  private final World world;
  private final Integrations integrations;
  private final Rights rights;
  private final Posting posting;
  private final Ephemerals ephemerals;
  private final SlackText slackText;

  ActionCalls(Stage stage, Rights rights, Posting posting, Ephemerals ephemerals) {
    this.world = stage.world();
    this.integrations = stage.integrations();
    this.rights = rights;
    this.posting = posting;
    this.ephemerals = ephemerals;
    this.slackText = new SlackText(stage.world());
  }

  /** What an integration answers to a click. */
  record ActionAnswer(
      @Nullable Update update, @Nullable String ephemeralText, boolean skipSlackParsing) {

    static final ActionAnswer NOTHING = new ActionAnswer(null, null, false);

    /**
     * The post as it shall be from now on.
     *
     * @param message missing: none from now on
     * @param props missing: as they were
     */
    record Update(@Nullable String message, @Nullable ObjectNode props) {}
  }

  /** Where a click leads: what a stored post says, or the cookie of one that nobody keeps. */
  private record Target(Cookie to, Channel channel) {}

  Reply click(Call call) {
    String sent = call.text("cookie");
    Optional<Cookie> cookie = integrations.cookies().open(sent);
    if (!sent.isEmpty() && cookie.isEmpty()) {
      return failed("no cookie of this server");
    }
    Post post = world.post(call.segment("post"));
    String stored = post == null ? "" : post.channelId();
    Channel channel = world.channel(cookie.map(Cookie::channelId).orElse(stored));
    if (channel == null || !rights.reads(call.user(), channel)) {
      return Reply.forbidden(call.user().id(), "read_channel_content");
    }
    if (post != null && !post.deleted()) {
      return ofPost(post, call.segment("action"))
          .map(to -> pass(new Target(to, channel), call))
          .orElseGet(ActionCalls::noSuchAction);
    }
    return cookie
        .map(to -> passByCookie(new Target(to, channel), call))
        .orElseGet(ActionCalls::noSuchPost);
  }

  private Reply passByCookie(Target target, Call call) {
    return target.to().postId().equals(call.segment("post"))
        ? pass(target, call)
        : failed("another post's cookie");
  }

  private static Optional<Cookie> ofPost(Post post, String action) {
    return Attachments.button(post.props(), action)
        .filter(button -> button.path("integration").isObject())
        .map(
            button -> {
              JsonNode target = button.path("integration");
              return new Cookie(
                  Call.text(button, "type"),
                  post.id(),
                  post.rootId().isEmpty() ? post.id() : post.rootId(),
                  post.channelId(),
                  Call.text(button, "data_source"),
                  Call.text(target, "url"),
                  target.path("context").isObject() ? target.path("context") : Views.object(),
                  Ephemerals.retained(JsonMapper.shared().readTree(post.props())));
            });
  }

  private Reply pass(Target target, Call call) {
    TriggerIds.Trigger trigger = integrations.triggerIds().issue(world.freshId(), call.user().id());
    ObjectNode click = words(target, call).put("trigger_id", trigger.triggerId());
    Integrations.Outgoing outgoing =
        Integrations.Outgoing.json(target.to().url(), click.toString());
    return switch (integrations.call(outgoing)) {
      case Integrations.Outcome.Nothing(String why) -> failed(why);
      case Integrations.Outcome.Answer(int status, _, String body) -> {
        ActionAnswer answer = status == 200 ? read(body) : null;
        yield answer == null
            ? failed("status=" + status)
            : obeyed(answer, target, call, trigger.clientId());
      }
    };
  }

  private ObjectNode words(Target target, Call call) {
    User by = call.user();
    Channel channel = target.channel();
    Team team = channel.personal() ? null : world.team(channel.teamId());
    ObjectNode json =
        Views.object()
            .put("user_id", by.id())
            .put("user_name", by.username())
            .put("channel_id", channel.id())
            .put("channel_name", channel.name())
            .put("team_id", team == null ? "" : team.id())
            .put("team_domain", team == null ? "" : team.name())
            .put("post_id", target.to().postId())
            .put("type", target.to().type());
    ObjectNode context = (ObjectNode) target.to().context().deepCopy();
    String selected = call.text("selected_option");
    if (!selected.isEmpty()) {
      context.put("selected_option", selected);
    }
    json.put("data_source", selected.isEmpty() ? "" : target.to().dataSource());
    json.set("context", context);
    return json;
  }

  private static @Nullable ActionAnswer read(String body) {
    try {
      return body.isEmpty() ? ActionAnswer.NOTHING : IntegrationJson.read(body, ActionAnswer.class);
    } catch (JacksonException broken) {
      return null;
    }
  }

  private Reply obeyed(ActionAnswer answer, Target target, Call call, String clientId) {
    Reply refusal = answer.update() == null ? null : update(target, answer.update());
    if (refusal != null) {
      return refusal;
    }
    String words = answer.ephemeralText() == null ? "" : answer.ephemeralText();
    if (!words.isEmpty()) {
      String text = answer.skipSlackParsing() ? words : slackText.toMarkdown(words);
      whisper(text, target, call.user());
    }
    return Reply.ok(Views.object().put("status", "OK").put("trigger_id", clientId));
  }

  /** Under the same name as what was clicked, in the same thread. */
  private void whisper(String text, Target target, User to) {
    ObjectNode props = Views.object();
    props.setAll(target.to().retained());
    String thread = target.to().rootPostId();
    NewPost post = new NewPost(to.id(), target.channel().id(), thread, text, "", props);
    ephemerals.show(to.id(), post);
  }

  /** Null for a post that was changed. Nothing is asked about the author's rights. */
  private @Nullable Reply update(Target target, ActionAnswer.Update update) {
    String message = update.message() == null ? "" : update.message();
    if (posting.tooLong(message)) {
      return posting.refusedAsTooLong();
    }
    return world.<@Nullable Reply>change(
        () -> {
          Post post = world.post(target.to().postId());
          if (post == null || post.deleted()) {
            return noSuchPost();
          }
          if (target.channel().archived()) {
            return Reply.refused(
                "api.post.update_post.can_not_update_post_in_deleted.error", "It is archived.");
          }
          String props = update.props() == null ? post.props() : props(update, target);
          world.save(post.edited(message, props, world.now()));
          return null;
        });
  }

  /** New props replace all, but for the name under which the post stands. */
  private String props(ActionAnswer.Update update, Target target) {
    ObjectNode props = update.props() == null ? Views.object() : update.props().deepCopy();
    Map<String, JsonNode> retained = target.to().retained();
    props.setAll(retained);
    Attachments.fillUp(props, world::freshId);
    return props.toString();
  }

  private static Reply failed(String why) {
    return new Reply.Problem(
        400,
        "api.post.do_action.action_integration.app_error",
        "The integration did not do it.",
        why);
  }

  private static Reply noSuchAction() {
    return Reply.missing("api.post.do_action.action_id.app_error", "No such button.");
  }

  private static Reply noSuchPost() {
    return Reply.missing("app.post.get.app_error", "No such post.");
  }
}
