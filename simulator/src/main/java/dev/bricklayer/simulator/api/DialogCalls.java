package dev.bricklayer.simulator.api;

import dev.bricklayer.simulator.integration.Integrations;
import dev.bricklayer.simulator.integration.TriggerIds;
import dev.bricklayer.simulator.live.Audience;
import dev.bricklayer.simulator.live.Broadcast;
import dev.bricklayer.simulator.live.Hub;
import dev.bricklayer.simulator.world.Channel;
import dev.bricklayer.simulator.world.User;
import dev.bricklayer.simulator.world.World;
import java.util.List;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Dialogs: opened by integrations, filled in by people, passed on as they are sent. */
final class DialogCalls {

  private static final List<String> ANSWER_TYPES = List.of("", "ok", "form", "navigate");

  private final World world;
  private final ServerVersion version;
  private final Integrations integrations;
  private final Hub hub;
  private final Rights rights;
  private final DialogViews dialogs;

  DialogCalls(Stage stage, Rights rights) {
    this.world = stage.world();
    this.version = stage.version();
    this.integrations = stage.integrations();
    this.hub = stage.hub();
    this.rights = rights;
    this.dialogs = new DialogViews(stage.version());
  }

  /** The trigger id is the only right that is asked for, and nearly the only thing looked at. */
  Reply open(Call call) {
    String url = call.text("url");
    if (url.isEmpty()) {
      return Reply.badBody("url");
    }
    if (!dialogs.readable(call.body().path("dialog"))) {
      return Reply.badBody("dialog");
    }
    return switch (integrations.triggerIds().read(call.text("trigger_id"))) {
      case TriggerIds.Reading.Invalid(String reason) ->
          Reply.refused("interactive_message.decode_trigger_id." + reason, "No valid trigger id.");
      case TriggerIds.Reading.Valid(String clientId, String userId) -> {
        ObjectNode json = Views.object().put("trigger_id", clientId).put("url", url);
        json.set("dialog", dialogs.dialog(call.body().path("dialog")));
        ObjectNode data = Views.object().put("dialog", json.toString());
        hub.publish(new Broadcast("open_dialog", data, Audience.user(userId)));
        yield Reply.done();
      }
    };
  }

  Reply submit(Call call) {
    boolean refresh = version.atLeast11() && call.text("type").equals("refresh");
    return passOn(call, refresh ? "refresh" : "dialog_submission", this::submitted);
  }

  Reply lookUp(Call call) {
    return passOn(call, "dialog_lookup", DialogCalls::lookedUp);
  }

  private Reply passOn(Call call, String type, Function<String, Reply> answered) {
    User by = call.user();
    String url = call.text("url");
    if (url.isEmpty()) {
      return Reply.badBody("url");
    }
    Channel channel = world.channel(call.text("channel_id"));
    if (channel == null || !rights.reads(by, channel)) {
      return Reply.forbidden(by.id(), "read_channel_content");
    }
    String team = call.text("team_id");
    if (!rights.isIn(by, team) && !rights.administers(by)) {
      return Reply.forbidden(by.id(), "view_team");
    }
    Integrations.Outgoing outgoing = Integrations.Outgoing.json(url, words(call, type).toString());
    return switch (integrations.call(outgoing)) {
      case Integrations.Outcome.Nothing(String why) -> failed(why);
      case Integrations.Outcome.Answer(int status, _, String body) ->
          status == 200 ? answered.apply(body) : failed("status=" + status);
    };
  }

  /** Only the person is the server's word; all else is the client's. */
  private static ObjectNode words(Call call, String type) {
    ObjectNode json =
        Views.object()
            .put("type", type)
            .put("callback_id", call.text("callback_id"))
            .put("state", call.text("state"))
            .put("user_id", call.user().id())
            .put("channel_id", call.text("channel_id"))
            .put("team_id", call.text("team_id"));
    JsonNode submission = call.body().path("submission");
    json.set("submission", submission.isObject() ? submission : json.nullNode());
    return json.put("cancelled", call.body().path("cancelled").asBoolean(false));
  }

  private Reply submitted(String body) {
    JsonNode answer;
    try {
      answer = body.isEmpty() ? Views.object() : JsonMapper.shared().readTree(body);
    } catch (JacksonException notJson) {
      return version.atLeast11()
          ? new Reply.Problem(
              500, "app.submit_interactive_dialog.decode_json_error", "That was no JSON.", "")
          : Reply.ok(Views.object());
    }
    boolean asForm = Call.text(answer, "type").equals("form");
    boolean valid =
        ANSWER_TYPES.contains(Call.text(answer, "type"))
            && asForm == answer.path("form").isObject()
            && (!asForm || dialogs.readable(answer.path("form")));
    return version.atLeast11() && !valid
        ? Reply.refused("app.submit_interactive_dialog.invalid_response", "No valid answer.")
        : Reply.ok(dialogs.answer(answer));
  }

  private static Reply lookedUp(String body) {
    try {
      ObjectNode json = Views.object();
      JsonNode items =
          body.isEmpty() ? json.nullNode() : JsonMapper.shared().readTree(body).path("items");
      json.set("items", items.isArray() ? items : json.nullNode());
      return Reply.ok(json);
    } catch (JacksonException notJson) {
      return failed("not JSON");
    }
  }

  private static Reply failed(String why) {
    return new Reply.Problem(
        400,
        "api.post.do_action.action_integration.app_error",
        "The integration did not do it.",
        why);
  }
}
