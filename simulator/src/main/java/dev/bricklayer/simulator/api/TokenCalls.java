package dev.bricklayer.simulator.api;

import dev.bricklayer.simulator.config.ServerConfig;
import dev.bricklayer.simulator.config.Setting;
import dev.bricklayer.simulator.world.Token;
import dev.bricklayer.simulator.world.User;
import dev.bricklayer.simulator.world.World;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Personal access tokens of people and bots. */
final class TokenCalls {

  private static final int LONGEST_DESCRIPTION = 255;

  private final World world;
  private final Views views;
  private final Rights rights;
  private final ServerConfig config;

  TokenCalls(World world, Views views, Rights rights, ServerConfig config) {
    this.world = world;
    this.views = views;
    this.rights = rights;
    this.config = config;
  }

  Reply create(Call call) {
    User by = call.user();
    String description = call.text("description");
    if (description.isEmpty() || description.length() > LONGEST_DESCRIPTION) {
      return Reply.badBody("description");
    }
    if (!rights.administers(by)) {
      return Reply.forbidden(by.id(), "create_user_access_token");
    }
    String owner = call.userId();
    if (world.user(owner) == null) {
      return Reply.missing("app.user.missing_account.const", "No such account.");
    }
    if (!config.isOn(Setting.ENABLE_USER_ACCESS_TOKENS) && !world.isBot(owner)) {
      return Reply.switchedOff("app.user_access_token.disabled");
    }
    Token token =
        new Token(
            world.freshId(),
            world.freshId(),
            owner,
            description,
            Token.Kind.ACCESS_TOKEN,
            Token.State.ACTIVE);
    return Reply.ok(views.newToken(world.save(token)));
  }

  Reply list(Call call) {
    User by = call.user();
    if (!rights.administers(by)) {
      return Reply.forbidden(by.id(), "read_user_access_token");
    }
    ArrayNode tokens = JsonNodeFactory.instance.arrayNode();
    call.page(world.accessTokensOf(call.userId()).stream())
        .forEach(token -> tokens.add(views.token(token)));
    return Reply.ok(tokens);
  }

  Reply revoke(Call call) {
    return changed(call, Token.State.REVOKED);
  }

  Reply disable(Call call) {
    return changed(call, Token.State.DISABLED);
  }

  Reply enable(Call call) {
    return changed(call, Token.State.ACTIVE);
  }

  private Reply changed(Call call, Token.State state) {
    User by = call.user();
    if (!rights.administers(by)) {
      return Reply.forbidden(by.id(), "revoke_user_access_token");
    }
    return world.change(
        () -> {
          Token token = world.tokenById(call.text("token_id"));
          if (token == null || token.kind() != Token.Kind.ACCESS_TOKEN) {
            return Reply.missing("app.user_access_token.get_by_user.app_error", "No such token.");
          }
          world.save(token.in(state));
          return Reply.done();
        });
  }
}
