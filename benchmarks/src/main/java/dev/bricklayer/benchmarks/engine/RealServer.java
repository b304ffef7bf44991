package dev.bricklayer.benchmarks.engine;

import dev.bricklayer.mattermost.AccessToken;
import dev.bricklayer.mattermost.Administration;
import dev.bricklayer.mattermost.Answer;
import dev.bricklayer.mattermost.ChannelId;
import dev.bricklayer.mattermost.ClientSettings;
import dev.bricklayer.mattermost.MattermostClient;
import dev.bricklayer.mattermost.MattermostUserId;
import dev.bricklayer.mattermost.NewBot;
import dev.bricklayer.mattermost.Post;
import dev.bricklayer.mattermost.Team;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A Mattermost that stands somewhere. A bot and a channel in its first team are made for the
 * measurement; afterwards the bot is switched off and the channel archived.
 */
final class RealServer implements Destination {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final HttpClient http = HttpClient.newHttpClient();
  private final String mark = Long.toString(System.currentTimeMillis(), 36);
  private final URI address;
  private final AccessToken administrator;
  private final MattermostClient client;
  private final MattermostUserId bot;
  private final AccessToken token;
  private final ChannelId channel;

  /** The one in the environment, which the black-box suite is run against, too. */
  static RealServer fromEnvironment() {
    Map<String, String> environment = System.getenv();
    String url = environment.get("BRICKLAYER_MATTERMOST_URL");
    String administrator = environment.get("BRICKLAYER_MATTERMOST_ADMIN_TOKEN");
    if (url == null || administrator == null) {
      throw new IllegalStateException(
          "set BRICKLAYER_MATTERMOST_URL and BRICKLAYER_MATTERMOST_ADMIN_TOKEN to post to a real server");
    }
    return new RealServer(URI.create(url), administrator);
  }

  private RealServer(URI address, String administrator) {
    this.address = address;
    this.administrator = new AccessToken(administrator);
    this.client = new MattermostClient(ClientSettings.of(address));
    Administration administration = client.administration();
    Team team = ok(administration.teams(this.administrator, 0, 1)).getFirst();
    NewBot wanted = new NewBot("bench-" + mark, "Benchmark", "posts to be measured");
    this.bot = ok(administration.createBot(this.administrator, wanted)).id();
    this.token = ok(administration.createToken(this.administrator, bot, "benchmark")).token();
    this.channel = makeChannel(team);
    ok(administration.joinTeam(this.administrator, team.id(), bot));
    ok(administration.joinChannel(this.administrator, channel, bot));
  }

  private ChannelId makeChannel(Team team) {
    Map<String, String> wanted =
        Map.of(
            "team_id",
            team.id().value(),
            "name",
            "bench-" + mark,
            "display_name",
            "Benchmark " + mark,
            "type",
            "O");
    HttpRequest request =
        asAdministrator("/channels")
            .POST(BodyPublishers.ofString(JSON.writeValueAsString(wanted)))
            .build();
    return new ChannelId(sent(request).path("id").asString());
  }

  private HttpRequest.Builder asAdministrator(String path) {
    return HttpRequest.newBuilder(URI.create(address + "/api/v4" + path))
        .header("Authorization", "Bearer " + administrator.value());
  }

  private JsonNode sent(HttpRequest request) {
    try {
      HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
      if (answer.statusCode() >= 300) {
        throw new IllegalStateException(request.uri() + " answered " + answer.body());
      }
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while " + request.uri() + " was asked", e);
    }
  }

  @Override
  public URI address() {
    return address;
  }

  @Override
  public String user() {
    return bot.value();
  }

  @Override
  public String token() {
    return token.value();
  }

  @Override
  public String channel() {
    return channel.value();
  }

  @Override
  public double perSecond(int posts) {
    Duration taken = Duration.between(createdAt(posts - 1), createdAt(0));
    return (posts - 1) * 1e9 / taken.toNanos();
  }

  /** When the post was made after which there came so many others. */
  private Instant createdAt(int others) {
    List<Post> page = ok(client.posts(token, channel, others, 1));
    return page.getFirst().createdAt();
  }

  /** The newest count, whatever was there before. */
  @Override
  public void forget() {}

  @Override
  public void close() {
    ok(client.administration().disableBot(administrator, bot));
    sent(asAdministrator("/channels/" + channel.value()).DELETE().build());
    client.close();
    http.close();
  }

  private static <T> T ok(Answer<T> answer) {
    if (answer instanceof Answer.Ok<T> ok) {
      return ok.value();
    }
    throw new IllegalStateException("Mattermost answered " + answer);
  }
}
