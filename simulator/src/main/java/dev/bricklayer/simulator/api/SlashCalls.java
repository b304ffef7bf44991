package dev.bricklayer.simulator.api;

import dev.bricklayer.simulator.config.ServerConfig;
import dev.bricklayer.simulator.config.Setting;
import dev.bricklayer.simulator.integration.Integrations;
import dev.bricklayer.simulator.integration.TriggerIds;
import dev.bricklayer.simulator.world.Channel;
import dev.bricklayer.simulator.world.Command;
import dev.bricklayer.simulator.world.ResponseUrl;
import dev.bricklayer.simulator.world.Team;
import dev.bricklayer.simulator.world.User;
import dev.bricklayer.simulator.world.World;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** What people type after a slash, and what integrations answer to it, at once and later. */
final class SlashCalls {

  private final World world;
  private final ServerVersion version;
  private final ServerConfig config;
  private final Integrations integrations;
  private final Rights rights;
  private final CommandAnswers answers;
  private final Mentions mentions;

  SlashCalls(Stage stage, Rights rights, CommandAnswers answers) {
    this.world = stage.world();
    this.version = stage.version();
    this.config = stage.config();
    this.integrations = stage.integrations();
    this.rights = rights;
    this.answers = answers;
    this.mentions = new Mentions(stage.world());
  }

  /**
   * A line that was typed.
   *
   * @param trigger the first word, in lower case
   * @param text what follows the first white space
   */
  private record Line(String trigger, String text) {

    static Line of(String typed) {
      int end = 1;
      while (end < typed.length() && !Character.isWhitespace(typed.charAt(end))) {
        end++;
      }
      String trigger = typed.substring(1, end).toLowerCase(Locale.ROOT);
      return new Line(trigger, typed.substring(Math.min(end + 1, typed.length())));
    }
  }

  Reply execute(Call call) {
    String typed = call.text("command");
    if (typed.length() <= 1 || !typed.startsWith("/")) {
      return Reply.refused("api.command.execute_command.start.app_error", "No command.");
    }
    User by = call.user();
    Channel channel = world.channel(call.text("channel_id"));
    if (channel == null || !rights.posts(by, channel)) {
      return Reply.forbidden(by.id(), "create_post");
    }
    Team team = world.team(channel.personal() ? call.text("team_id") : channel.teamId());
    if (team == null || (channel.personal() && !rights.isIn(by, team.id()))) {
      return Reply.forbidden(by.id(), "use_slash_commands");
    }
    return impossible(channel).orElseGet(() -> run(Line.of(typed), team, channel, call));
  }

  /** Why no command runs in a channel; empty where they do. */
  private Optional<Reply> impossible(Channel channel) {
    if (version.atLeast11() && channel.archived()) {
      return Optional.of(
          Reply.refused("api.command.execute_command.deleted.error", "It is archived."));
    }
    if (!config.isOn(Setting.ENABLE_COMMANDS)) {
      return Optional.of(Reply.switchedOff("api.command.disabled.app_error"));
    }
    return config.text(Setting.SITE_URL).isEmpty()
        ? Optional.of(
            Reply.refused(
                "api.command.execute_command.site_url_required.app_error",
                "Set the SiteURL first."))
        : Optional.empty();
  }

  private Reply run(Line line, Team team, Channel channel, Call call) {
    Command command = world.commandOf(team.id(), line.trigger());
    if (command == null) {
      return Reply.missing("api.command.execute_command.not_found.app_error", "No such command.");
    }
    User by = call.user();
    TriggerIds.Trigger trigger = integrations.triggerIds().issue(world.freshId(), by.id());
    ResponseUrl later = later(command, by, channel, call.text("root_id"));
    Form form =
        form(command, line, team, channel, by)
            .with("trigger_id", trigger.triggerId())
            .with("response_url", config.text(Setting.SITE_URL) + "/hooks/commands/" + later.id());
    if (version.atLeast11()) {
      form.with("root_id", later.rootId());
    }
    return passedOn(command, form, place(later), trigger.clientId());
  }

  private ResponseUrl later(Command command, User by, Channel channel, String rootId) {
    String id = world.freshId();
    return world.change(
        () ->
            world.save(
                new ResponseUrl(id, world.now(), command.id(), by.id(), channel.id(), rootId, 0)));
  }

  private Form form(Command command, Line line, Team team, Channel channel, User by) {
    List<User> people =
        mentions.people(line.text()).stream().filter(who -> rights.isIn(who, team.id())).toList();
    List<Channel> channels = mentions.channels(line.text(), team.id());
    return new Form()
        .with("token", command.token())
        .with("team_id", team.id())
        .with("team_domain", team.name())
        .with("channel_id", channel.id())
        .with("channel_name", channel.name())
        .with("user_id", by.id())
        .with("user_name", by.username())
        .with("command", "/" + line.trigger())
        .with("text", line.text())
        .with("user_mentions", people.stream().map(User::username))
        .with("user_mentions_ids", people.stream().map(User::id))
        .with("channel_mentions", channels.stream().map(Channel::name))
        .with("channel_mentions_ids", channels.stream().map(Channel::id));
  }

  private Reply passedOn(Command command, Form form, CommandAnswers.Place place, String clientId) {
    return switch (integrations.call(outgoing(command, form))) {
      case Integrations.Outcome.Nothing(String why) -> failed("failed", why);
      case Integrations.Outcome.Answer(int status, String type, String body) -> {
        if (status != 200) {
          yield failed("failed_resp", body);
        }
        CommandAnswer answer = read(type, body);
        yield answer == null
            ? failed("failed", "not JSON")
            : answers
                .post(command, place, answer, clientId)
                .map(Reply::ok)
                .orElseGet(() -> failed("create_post_failed", ""));
      }
    };
  }

  private static Integrations.Outgoing outgoing(Command command, Form form) {
    Map<String, String> headers = Map.of("Authorization", "Token " + command.token());
    if (command.method().equals("P")) {
      return new Integrations.Outgoing(
          "POST", command.url(), form.headers(headers), form.toString());
    }
    String separator = command.url().contains("?") ? "&" : "?";
    return new Integrations.Outgoing("GET", command.url() + separator + form, headers, "");
  }

  private static @Nullable CommandAnswer read(String contentType, String body) {
    try {
      return CommandAnswer.read(contentType, body);
    } catch (JacksonException broken) {
      return null;
    }
  }

  private static Reply failed(String how, String detail) {
    return new Reply.Problem(
        500, "api.command.execute_command." + how + ".app_error", "The command failed.", detail);
  }

  private static CommandAnswers.Place place(ResponseUrl later) {
    return new CommandAnswers.Place(later.userId(), later.channelId(), later.rootId());
  }

  /** What an integration posts to a response URL; whoever knows the address may. */
  Reply answerLater(Call call) {
    CommandAnswer answer = read(call.raw().contentType(), call.raw().text());
    if (answer == null) {
      return Reply.refused("web.command_webhook.parse.app_error", "That is no answer.");
    }
    ResponseUrl later = world.responseUrl(call.segment("hook"));
    if (later == null) {
      return notLater(404, "app.command_webhook.get.missing");
    }
    Command command = world.command(later.commandId());
    if (command == null) {
      return notLater(400, "web.command_webhook.command.app_error");
    }
    if (!use(later.id())) {
      return notLater(400, "app.command_webhook.try_use.invalid");
    }
    return answers.post(command, place(later), answer, "").isPresent()
        ? new Reply.Text(200, "ok")
        : notLater(500, "api.command.execute_command.create_post_failed.app_error");
  }

  private boolean use(String id) {
    return world.change(
        () -> {
          ResponseUrl later = world.responseUrl(id);
          if (later == null || later.usedUp()) {
            return false;
          }
          world.save(later.used());
          return true;
        });
  }

  /** Newer servers have one error for all. */
  private Reply notLater(int status, String id) {
    return new Reply.Problem(
        status,
        version.atLeast11() ? "web.command_webhook.general.app_error" : id,
        "This address takes no answer.",
        "");
  }
}
