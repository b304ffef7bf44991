package dev.bricklayer.simulator.api;

import dev.bricklayer.simulator.config.ServerConfig;
import dev.bricklayer.simulator.config.Setting;
import dev.bricklayer.simulator.world.Bot;
import dev.bricklayer.simulator.world.Channel;
import dev.bricklayer.simulator.world.User;
import dev.bricklayer.simulator.world.World;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Bot accounts. Only administrators have the rights to them by default. */
final class BotCalls {

  private static final Pattern USERNAME = Pattern.compile("[a-z0-9._-]{1,64}");
  private static final Set<String> RESERVED = Set.of("all", "channel", "matterbot", "system");
  private static final int LONGEST_NAME = 64;
  private static final int LONGEST_DESCRIPTION = 1024;

  private final World world;
  private final Views views;
  private final Rights rights;
  private final ServerConfig config;
  private final DirectChannels directChannels;

  BotCalls(
      World world, Views views, Rights rights, ServerConfig config, DirectChannels directChannels) {
    this.world = world;
    this.views = views;
    this.rights = rights;
    this.config = config;
    this.directChannels = directChannels;
  }

  Reply create(Call call) {
    User by = call.user();
    if (!rights.administers(by) || world.isBot(by.id())) {
      return Reply.forbidden(by.id(), "create_bot");
    }
    if (!config.isOn(Setting.ENABLE_BOT_ACCOUNT_CREATION)) {
      return new Reply.Problem(403, "api.bot.create_disabled", "Making bots is switched off.", "");
    }
    String username = call.text("username");
    if (!validName(username)) {
      return invalid("username");
    }
    if (tooLong(call.text("display_name"), LONGEST_NAME)
        || tooLong(call.text("description"), LONGEST_DESCRIPTION)) {
      return invalid("description");
    }
    return world.change(
        () ->
            world.userNamed(username) != null
                ? Reply.refused("app.user.save.username_exists.app_error", "This name is taken.")
                : Reply.created(make(username, call)));
  }

  private JsonNode make(String username, Call call) {
    long now = world.now();
    User account =
        new User(
            world.freshId(),
            now,
            now,
            0,
            username,
            username + "@localhost",
            "",
            User.Names.NONE.withFirst(call.text("display_name")),
            "system_user",
            "en",
            User.Zone.UNKNOWN);
    Bot bot = new Bot(account.id(), call.text("description"), call.user().id(), now, now, 0);
    world.saveTogether(List.of(account, bot));
    welcome(account, call.user());
    return views.bot(bot, account);
  }

  /** A new bot greets its owner. */
  private void welcome(User bot, User owner) {
    Channel direct = directChannels.between(bot, owner);
    directChannels.say(
        direct, bot, "I am new here. Add me to the teams and channels I shall speak in.");
  }

  private static boolean validName(String username) {
    return USERNAME.matcher(username).matches() && !RESERVED.contains(username);
  }

  private static boolean tooLong(String text, int longest) {
    return text.codePointCount(0, text.length()) > longest;
  }

  private static Reply invalid(String field) {
    return Reply.refused("model.bot.is_valid." + field + ".app_error", "No valid " + field + ".");
  }

  Reply list(Call call) {
    User by = call.user();
    if (!rights.administers(by)) {
      return Reply.forbidden(by.id(), "read_bots");
    }
    ArrayNode bots = JsonNodeFactory.instance.arrayNode();
    call.page(
            world.bots().stream()
                .filter(bot -> bot.deleteAt() == 0 || call.flag("include_deleted")))
        .forEach(bot -> bots.add(views.bot(bot, account(bot))));
    return Reply.ok(bots);
  }

  Reply get(Call call) {
    Bot bot = world.bot(call.segment("bot"));
    boolean hidden = bot != null && bot.deleteAt() > 0 && !call.flag("include_deleted");
    if (bot == null || hidden || !rights.administers(call.user())) {
      return missing();
    }
    return Reply.ok(views.bot(bot, account(bot)));
  }

  Reply patch(Call call) {
    String username = call.text("username");
    if (call.body().has("username") && !validName(username)) {
      return invalid("username");
    }
    return changed(
        call,
        bot -> {
          User account = account(bot);
          User sameName = world.userNamed(username);
          if (sameName != null && !sameName.id().equals(account.id())) {
            return Reply.refused("app.user.save.username_exists.app_error", "This name is taken.");
          }
          long now = world.now();
          String displayName = call.text("display_name", account.names().first());
          User renamed =
              account.named(
                  call.text("username", account.username()),
                  account.names().withFirst(displayName),
                  now);
          Bot described = bot.described(call.text("description", bot.description()), now);
          world.saveTogether(List.of(renamed, described));
          return Reply.ok(views.bot(described, renamed));
        });
  }

  Reply disable(Call call) {
    return changed(call, bot -> close(bot, world.now()));
  }

  Reply enable(Call call) {
    return changed(call, bot -> close(bot, 0));
  }

  private Reply close(Bot bot, long deleteAt) {
    long now = world.now();
    User account = account(bot).closed(deleteAt, now);
    Bot closed = bot.closed(deleteAt, now);
    world.saveTogether(List.of(account, closed));
    return Reply.ok(views.bot(closed, account));
  }

  Reply assign(Call call) {
    return changed(
        call,
        bot ->
            world.user(call.segment("user")) == null
                ? Reply.missing("app.user.missing_account.const", "No such account.")
                : Reply.ok(
                    views.bot(
                        world.save(bot.ownedBy(call.segment("user"), world.now())), account(bot))));
  }

  private interface Change {
    Reply apply(Bot bot);
  }

  private Reply changed(Call call, Change change) {
    return world.change(
        () -> {
          Bot bot = world.bot(call.segment("bot"));
          return bot == null || !rights.administers(call.user()) ? missing() : change.apply(bot);
        });
  }

  private User account(Bot bot) {
    return Objects.requireNonNull(world.user(bot.userId()), "a bot without an account");
  }

  private static Reply missing() {
    return Reply.missing("store.sql_bot.get.missing.app_error", "No such bot.");
  }
}
