package dev.bricklayer.simulator.api;

import dev.bricklayer.simulator.world.Token;
import dev.bricklayer.simulator.world.User;
import dev.bricklayer.simulator.world.World;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What every call goes through: its route, its session, its address, its body. */
final class Api {

  static final int MOST_BYTES = 300_000;
  private static final int ID_LENGTH = 26;

  private final World world;
  private final ServerVersion version;
  private final Sessions sessions;
  private final Router router;
  private final JsonMapper mapper = JsonMapper.builder().build();

  Api(Stage stage, Sessions sessions) {
    this.world = stage.world();
    this.version = stage.version();
    this.sessions = sessions;
    this.router = new Routes(stage).router();
  }

  /** Answers a call; null where there is no such call. */
  @Nullable Reply answer(Call.Raw raw) {
    Router.Match match = router.find(raw.method(), raw.path());
    if (match == null) {
      return null;
    }
    Token token = sessions.ofHeader(raw.authorization());
    User caller = token == null ? null : world.user(token.userId());
    if (match.needsSession() && (token == null || caller == null)) {
      return Reply.noSession(raw.authorization() == null ? "UserRequired" : "");
    }
    for (String name : List.of("channel", "user", "post", "bot", "command")) {
      if (!validId(match.segments().getOrDefault(name, ""))) {
        return Reply.badUrl(name + "_id");
      }
    }
    if (raw.body().remaining() > MOST_BYTES) {
      return tooLarge();
    }
    Call call = new Call(raw, match.segments(), json(raw.body()), caller, token);
    return Acting.as(caller, () -> match.endpoint().answer(call));
  }

  private static boolean validId(String id) {
    return id.isEmpty() || id.equals("me") || id.length() == ID_LENGTH;
  }

  private Reply tooLarge() {
    return version.atLeast11()
        ? new Reply.Problem(
            413,
            "api.context.request_body_too_large.app_error",
            "At most " + MOST_BYTES + " bytes.",
            "")
        : Reply.badBody("body of at most " + MOST_BYTES + " bytes");
  }

  private JsonNode json(ByteBuffer body) {
    try {
      return body.hasRemaining()
          ? mapper.readTree(body.array(), body.arrayOffset(), body.remaining())
          : Call.nothing();
    } catch (JacksonException notJson) {
      return Call.nothing();
    }
  }
}
