package dev.bricklayer.simulator.api;

import dev.bricklayer.simulator.config.ServerConfig;
import dev.bricklayer.simulator.config.Setting;
import dev.bricklayer.simulator.live.Audience;
import dev.bricklayer.simulator.live.Broadcast;
import dev.bricklayer.simulator.live.Hub;
import dev.bricklayer.simulator.world.Bot;
import dev.bricklayer.simulator.world.Passwords;
import dev.bricklayer.simulator.world.Row;
import dev.bricklayer.simulator.world.Token;
import dev.bricklayer.simulator.world.User;
import dev.bricklayer.simulator.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Accounts: make, log in, read, change, switch off. */
final class UserCalls {

  private static final Pattern USERNAME = Pattern.compile("[a-z0-9._-]{1,64}");
  private static final int SHORTEST_PASSWORD = 8;

  private final World world;
  private final Views views;
  private final Rights rights;
  private final ServerVersion version;
  private final ServerConfig config;
  private final Hub hub;

  UserCalls(Stage stage, Views views, Rights rights) {
    this.world = stage.world();
    this.version = stage.version();
    this.config = stage.config();
    this.hub = stage.hub();
    this.views = views;
    this.rights = rights;
  }

  /** The first account of a server administers it. */
  Reply create(Call call) {
    String username = call.text("username").toLowerCase(Locale.ROOT);
    String email = call.text("email").toLowerCase(Locale.ROOT);
    if (!USERNAME.matcher(username).matches()) {
      return Reply.refused("model.user.is_valid.username.app_error", "No valid user name.");
    }
    if (call.text("password").length() < SHORTEST_PASSWORD) {
      return Reply.refused(
          "model.user.is_valid.pwd_min_length.app_error", "The password is too short.");
    }
    String password = Passwords.hash(call.text("password"), world.freshId());
    return world.change(
        () -> {
          Reply taken = taken(username, email);
          return taken != null
              ? taken
              : Reply.created(views.userInFull(save(username, email, password, call)));
        });
  }

  private User save(String username, String email, String password, Call call) {
    long now = world.now();
    String roles = world.users().isEmpty() ? "system_admin system_user" : "system_user";
    return world.save(
        new User(
            world.freshId(),
            now,
            now,
            0,
            username,
            email,
            password,
            names(call, User.Names.NONE),
            roles,
            call.text("locale", "en"),
            zone(call, User.Zone.UNKNOWN)));
  }

  private @Nullable Reply taken(String username, String email) {
    if (world.userNamed(username) != null) {
      return Reply.refused("app.user.save.username_exists.app_error", "This name is taken.");
    }
    boolean known = world.users().stream().anyMatch(user -> user.email().equals(email));
    return known
        ? Reply.refused("app.user.save.email_exists.app_error", "This address is taken.")
        : null;
  }

  Reply login(Call call) {
    String login = call.text("login_id").toLowerCase(Locale.ROOT);
    User user =
        world.users().stream()
            .filter(each -> each.username().equals(login) || each.email().equals(login))
            .findAny()
            .orElse(null);
    if (user != null && world.isBot(user.id())) {
      return denied("api.user.login.bot_login_forbidden.app_error");
    }
    if (user == null || !Passwords.matches(call.text("password"), user.password())) {
      return denied("api.user.login.invalid_credentials_email_username");
    }
    if (!user.active()) {
      return denied("api.user.login.inactive.app_error");
    }
    Token session =
        world.save(
            new Token(
                world.freshId(),
                world.freshId(),
                user.id(),
                "",
                Token.Kind.SESSION,
                Token.State.ACTIVE));
    return new Reply.Json(200, views.userInFull(user), Map.of("Token", session.value()));
  }

  private static Reply denied(String id) {
    return new Reply.Problem(401, id, "Logging in is not possible with these.", "");
  }

  Reply logout(Call call) {
    Token token = call.session();
    if (token.kind() == Token.Kind.SESSION) {
      world.save(token.in(Token.State.REVOKED));
    }
    return Reply.done();
  }

  Reply get(Call call) {
    User user = world.user(call.userId());
    return user == null
        ? Reply.missing("app.user.missing_account.const", "No such account.")
        : Reply.ok(seen(user, call.user()));
  }

  Reply getByName(Call call) {
    User user = world.userNamed(call.segment("name").toLowerCase(Locale.ROOT));
    return user == null
        ? Reply.missing("app.user.get_by_username.app_error", "No account of this name.")
        : Reply.ok(seen(user, call.user()));
  }

  /** Those that there are, of a list of ids. */
  Reply byIds(Call call) {
    return seen(call, world::user);
  }

  /** Those that there are, of a list of names. */
  Reply byNames(Call call) {
    return seen(call, name -> world.userNamed(name.toLowerCase(Locale.ROOT)));
  }

  private Reply seen(Call call, Function<String, @Nullable User> find) {
    ArrayNode users = JsonNodeFactory.instance.arrayNode();
    for (JsonNode each : call.body()) {
      User user = find.apply(each.asString(""));
      if (user != null) {
        users.add(seen(user, call.user()));
      }
    }
    return Reply.ok(users);
  }

  private JsonNode seen(User user, User by) {
    boolean inFull = by.id().equals(user.id()) || rights.administers(by);
    return inFull ? views.userInFull(user) : views.user(user);
  }

  Reply patch(Call call) {
    if (!call.userId().equals(call.user().id()) && !rights.administers(call.user())) {
      return Reply.forbidden(call.user().id(), "edit_other_users");
    }
    return world.change(
        () -> {
          User user = world.user(call.userId());
          if (user == null) {
            return Reply.missing("app.user.missing_account.const", "No such account.");
          }
          long now = world.now();
          User changed =
              user.named(user.username(), names(call, user.names()), now)
                  .speaking(call.text("locale", user.locale()), zone(call, user.zone()), now);
          return Reply.ok(views.userInFull(world.save(changed)));
        });
  }

  private static User.Names names(Call call, User.Names before) {
    return new User.Names(
        call.text("nickname", before.nickname()),
        call.text("first_name", before.first()),
        call.text("last_name", before.last()),
        call.text("position", before.position()));
  }

  private static User.Zone zone(Call call, User.Zone before) {
    JsonNode zone = call.body().path("timezone");
    return zone.isObject()
        ? new User.Zone(
            Call.text(zone, "useAutomaticTimezone"),
            Call.text(zone, "automaticTimezone"),
            Call.text(zone, "manualTimezone"))
        : before;
  }

  Reply setRoles(Call call) {
    User by = call.user();
    if (!rights.administers(by)) {
      return Reply.forbidden(by.id(), "manage_roles");
    }
    return changed(call, user -> world.save(user.withRoles(call.text("roles"), world.now())));
  }

  Reply setActive(Call call) {
    User by = call.user();
    if (!rights.administers(by)) {
      return Reply.forbidden(by.id(), "manage_system");
    }
    boolean active = call.body().path("active").asBoolean(false);
    return changed(
        call,
        user -> {
          close(user, active ? 0 : world.now());
          hub.publish(
              new Broadcast("user_activation_status_change", Views.object(), Audience.everybody()));
        });
  }

  /** Switches off; for good it would only with a setting that is off by default. */
  Reply delete(Call call) {
    User by = call.user();
    if (!rights.administers(by) && !call.userId().equals(by.id())) {
      return Reply.forbidden(by.id(), "edit_other_users");
    }
    if (call.flag("permanent")) {
      String who = version.atLeast11() && rights.administers(by) ? ".for_admin" : "";
      return new Reply.Problem(
          401,
          "api.user.delete_user.not_enabled" + who + ".app_error",
          "Deleting for good is switched off.",
          "");
    }
    return changed(call, user -> close(user, world.now()));
  }

  /**
   * Whoever goes is logged out everywhere, and takes their bots along unless the administrator has
   * switched that off.
   */
  private void close(User user, long deleteAt) {
    long now = world.now();
    List<Row> rows = new ArrayList<>();
    rows.add(user.closed(deleteAt, now));
    if (deleteAt > 0) {
      world.tokensOf(user.id(), Token.Kind.SESSION).stream()
          .map(session -> session.in(Token.State.REVOKED))
          .forEach(rows::add);
      hub.dismiss(user.id());
    }
    boolean takesBots = deleteAt > 0 && config.isOn(Setting.DISABLE_BOTS_WHEN_OWNER_IS_DEACTIVATED);
    for (Bot bot : world.bots()) {
      User account = world.user(bot.userId());
      if (takesBots && bot.ownerId().equals(user.id()) && account != null) {
        rows.add(bot.closed(now, now));
        rows.add(account.closed(now, now));
      }
    }
    world.saveTogether(rows);
  }

  private interface Change {
    void apply(User user);
  }

  private Reply changed(Call call, Change change) {
    return world.change(
        () -> {
          User user = world.user(call.userId());
          if (user == null) {
            return Reply.missing("app.user.missing_account.const", "No such account.");
          }
          change.apply(user);
          return Reply.done();
        });
  }
}
