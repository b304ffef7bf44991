package dev.bricklayer.simulator.integration;

import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where a button of an ephemeral post leads. Nobody keeps such a post, so the client does: it holds
 * a cookie for each button that it cannot read, and sends it along with the click.
 */
public final class ActionCookies {

  private final JsonMapper mapper = JsonMapper.builder().build();
  private final Secrets secrets;

  ActionCookies(Secrets secrets) {
    this.secrets = secrets;
  }

  /**
   * What a cookie hides.
   *
   * @param type {@code button} or {@code select}
   * @param rootPostId the thread in which answers appear
   * @param url where the click goes
   * @param context what the integration gets back, as JSON
   * @param retained props that answers to the click take over
   */
  public record Cookie(
      String type,
      String postId,
      String rootPostId,
      String channelId,
      String dataSource,
      String url,
      JsonNode context,
      Map<String, JsonNode> retained) {}

  public String bake(Cookie cookie) {
    return secrets.hide(mapper.writeValueAsString(cookie));
  }

  /** Empty for what is no cookie of this server. */
  public Optional<Cookie> open(String text) {
    return secrets.reveal(text).map(json -> mapper.readValue(json, Cookie.class));
  }
}
