package dev.bricklayer.simulator.api;

import dev.bricklayer.simulator.config.ServerConfig;
import dev.bricklayer.simulator.config.Setting;
import dev.bricklayer.simulator.world.Token;
import dev.bricklayer.simulator.world.User;
import dev.bricklayer.simulator.world.World;
import org.jspecify.annotations.Nullable;

/** Which tokens work now: not switched off themselves, nor their owner, nor their kind. */
public final class Sessions {

  private final World world;
  private final ServerConfig config;

  public Sessions(World world, ServerConfig config) {
    this.world = world;
    this.config = config;
  }

  /** The id of the account that a token opens; null for none. */
  public @Nullable String userOf(String value) {
    Token token = working(value);
    return token == null ? null : token.userId();
  }

  /** The token of an {@code Authorization} header. */
  @Nullable Token ofHeader(@Nullable String authorization) {
    int space = authorization == null ? -1 : authorization.indexOf(' ');
    if (authorization == null || space < 0) {
      return null;
    }
    String scheme = authorization.substring(0, space);
    boolean known = scheme.equalsIgnoreCase("Bearer") || scheme.equalsIgnoreCase("Token");
    return known ? working(authorization.substring(space + 1).strip()) : null;
  }

  private @Nullable Token working(String value) {
    Token token = world.token(value);
    User owner = token == null ? null : world.user(token.userId());
    return token != null && owner != null && token.active() && owner.active() && allowed(token)
        ? token
        : null;
  }

  /** Bots may always have access tokens, people only where that is switched on. */
  private boolean allowed(Token token) {
    return token.kind() == Token.Kind.SESSION
        || world.isBot(token.userId())
        || config.isOn(Setting.ENABLE_USER_ACCESS_TOKENS);
  }
}
