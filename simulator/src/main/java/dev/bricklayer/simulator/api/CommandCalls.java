package dev.bricklayer.simulator.api;

import dev.bricklayer.simulator.config.ServerConfig;
import dev.bricklayer.simulator.config.Setting;
import dev.bricklayer.simulator.world.Command;
import dev.bricklayer.simulator.world.User;
import dev.bricklayer.simulator.world.World;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Slash commands: make, list, change, delete. Teams' administrators have the rights to them. */
final class CommandCalls {

  private static final int LONGEST_TRIGGER = 128;
  private static final int LONGEST_URL = 1024;
  private static final int LONGEST_NAME = 64;
  private static final int LONGEST_DESCRIPTION = 128;
  private static final int TOKEN_LENGTH = 26;
  private static final String PERMISSION = "manage_own_slash_commands";

  private static final Set<String> BUILT_IN =
      Set.of(
          "away",
          "code",
          "collapse",
          "dnd",
          "echo",
          "expand",
          "exportlink",
          "groupmsg",
          "header",
          "help",
          "invite",
          "invite_people",
          "join",
          "kick",
          "leave",
          "logout",
          "marketplace",
          "me",
          "msg",
          "mute",
          "offline",
          "online",
          "open",
          "purpose",
          "remove",
          "rename",
          "search",
          "secure-connection",
          "settings",
          "share-channel",
          "shortcuts",
          "shrug",
          "status");

  private final World world;
  private final Views views;
  private final Rights rights;
  private final ServerConfig config;

  CommandCalls(World world, Views views, Rights rights, ServerConfig config) {
    this.world = world;
    this.views = views;
    this.rights = rights;
    this.config = config;
  }

  Reply create(Call call) {
    ObjectNode sent = call.object();
    if (sent == null) {
      return Reply.badBody("command");
    }
    User by = call.user();
    String team = call.text("team_id");
    if (!config.isOn(Setting.ENABLE_COMMANDS)) {
      return Reply.switchedOff("api.command.disabled.app_error");
    }
    if (!rights.administers(by, team)) {
      return Reply.forbidden(by.id(), PERMISSION);
    }
    String trigger = call.text("trigger").toLowerCase(Locale.ROOT);
    return world.change(
        () ->
            taken(team, trigger, "")
                .or(() -> invalid(sent))
                .orElseGet(() -> Reply.created(views.command(make(team, trigger, call)))));
  }

  /** Whoever makes a command may bring its token. */
  private Command make(String team, String trigger, Call call) {
    long now = world.now();
    String token = call.text("token");
    return world.save(
        new Command(
            world.freshId(),
            token.length() == TOKEN_LENGTH ? token : world.freshId(),
            now,
            now,
            0,
            call.text("creator_id").isEmpty() ? call.user().id() : call.text("creator_id"),
            team,
            trigger,
            call.text("method"),
            look(call),
            call.text("url")));
  }

  private static Command.Look look(Call call) {
    return new Command.Look(
        call.text("display_name"),
        call.text("description"),
        call.text("username"),
        call.text("icon_url"),
        call.body().path("auto_complete").asBoolean(false),
        call.text("auto_complete_hint"),
        call.text("auto_complete_desc"));
  }

  private Optional<Reply> taken(String team, String trigger, String exceptId) {
    Command same = world.commandOf(team, trigger);
    boolean free = same == null || same.id().equals(exceptId);
    return free && !BUILT_IN.contains(trigger)
        ? Optional.empty()
        : Optional.of(
            Reply.refused("api.command.duplicate_trigger.app_error", "This trigger is taken."));
  }

  private static Optional<Reply> invalid(ObjectNode sent) {
    String trigger = Call.text(sent, "trigger");
    String url = Call.text(sent, "url");
    if (trigger.isEmpty()
        || trigger.length() > LONGEST_TRIGGER
        || trigger.startsWith("/")
        || trigger.contains(" ")) {
      return isNot("trigger");
    }
    if (url.isEmpty() || url.length() > LONGEST_URL) {
      return isNot("url");
    }
    if (!isHttp(url)) {
      return isNot("url_http");
    }
    if (!List.of("P", "G").contains(Call.text(sent, "method"))) {
      return isNot("method");
    }
    if (bytes(Call.text(sent, "display_name")) > LONGEST_NAME) {
      return isNot("display_name");
    }
    return bytes(Call.text(sent, "description")) > LONGEST_DESCRIPTION
        ? isNot("description")
        : Optional.empty();
  }

  private static boolean isHttp(String url) {
    try {
      URI uri = URI.create(url);
      return uri.getHost() != null && List.of("http", "https").contains(uri.getScheme());
    } catch (IllegalArgumentException noUri) {
      return false;
    }
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static Optional<Reply> isNot(String field) {
    return Optional.of(
        Reply.refused("model.command.is_valid." + field + ".app_error", "No valid " + field + "."));
  }

  Reply list(Call call) {
    User by = call.user();
    String team = call.query("team_id");
    if (!rights.administers(by, team)) {
      return Reply.forbidden(by.id(), PERMISSION);
    }
    ArrayNode commands = JsonNodeFactory.instance.arrayNode();
    world.commandsOf(team).forEach(command -> commands.add(views.command(command)));
    return Reply.ok(commands);
  }

  Reply get(Call call) {
    return managed(call, command -> Reply.ok(views.command(command)));
  }

  /** Takes the whole object; identity, token and team stay as they were. */
  Reply update(Call call) {
    ObjectNode sent = call.object();
    if (sent == null || !call.text("id").equals(call.segment("command"))) {
      return Reply.badBody("command");
    }
    return managed(
        call,
        command -> {
          String trigger = call.text("trigger").toLowerCase(Locale.ROOT);
          if (!command.teamId().equals(call.text("team_id"))) {
            return Reply.refused("api.command.team_mismatch.app_error", "Another team's.");
          }
          return taken(command.teamId(), trigger, command.id())
              .or(() -> invalid(sent))
              .orElseGet(() -> saved(command, trigger, call));
        });
  }

  private Reply saved(Command command, String trigger, Call call) {
    String method = call.text("method");
    return Reply.ok(
        views.command(
            world.save(
                command.changed(trigger, method, look(call), call.text("url"), world.now()))));
  }

  Reply delete(Call call) {
    return managed(
        call,
        command -> {
          world.save(command.deleted(world.now()));
          return Reply.done();
        });
  }

  Reply renewToken(Call call) {
    return managed(
        call,
        command -> {
          Command renewed = world.save(command.withToken(world.freshId(), world.now()));
          return Reply.ok(Views.object().put("token", renewed.token()));
        });
  }

  /** For whoever may not manage a command it is not there. */
  private Reply managed(Call call, Function<Command, Reply> work) {
    return world.change(
        () -> {
          Command command = world.command(call.segment("command"));
          return command == null || !rights.administers(call.user(), command.teamId())
              ? Reply.missing("store.sql_command.get.missing.app_error", "No such command.")
              : work.apply(command);
        });
  }
}
