package dev.bricklayer.sandbox;

import dev.bricklayer.simulator.DemoWorld;
import dev.bricklayer.simulator.StandInMattermost;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The tokens that services call Mattermost with. For a real server they come from the environment,
 * as they do for a service that runs alone; in the demo they are the stand-in's, whatever the
 * environment has for another server.
 *
 * @param tokens under the names of environment variables
 */
record MattermostTokens(Map<String, String> tokens) {

  static final String ADMIN = "BRICKLAYER_MATTERMOST_ADMIN_TOKEN";

  private static final String BOT = "BRICKLAYER_MATTERMOST_BOT_TOKEN";
  private static final String COMMANDS = "BRICKLAYER_MATTERMOST_COMMAND_TOKENS";

  static MattermostTokens of(StandInMattermost standIn) {
    return new MattermostTokens(Map.of(ADMIN, standIn.demo().adminToken(), BOT, "", COMMANDS, ""));
  }

  static MattermostTokens ofEnvironment(Map<String, String> environment) {
    Map<String, String> tokens = new TreeMap<>(environment);
    tokens.keySet().retainAll(Set.of(ADMIN, BOT, COMMANDS));
    return new MattermostTokens(tokens);
  }

  /** Of a demo that may run in another process: its administrator logs in as on a real server. */
  static MattermostTokens ofDemoAt(String address) throws CannotStartException {
    DemoWorld.Person admin = DemoWorld.PEOPLE.getLast();
    String body =
        "{\"login_id\":\"%s\",\"password\":\"%s\"}".formatted(admin.username(), admin.password());
    HttpRequest logIn =
        HttpRequest.newBuilder(URI.create(address + "/api/v4/users/login"))
            .POST(BodyPublishers.ofString(body))
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<Void> answer = http.send(logIn, BodyHandlers.discarding());
      String token = answer.headers().firstValue("Token").orElse("");
      return new MattermostTokens(Map.of(ADMIN, token, BOT, "", COMMANDS, ""));
    } catch (IOException e) {
      throw new CannotStartException(
          "there is no way to the stand-in at %s (%s): name the ports of the running demo with --port-base."
              .formatted(address, e.getMessage()),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CannotStartException("it was interrupted.", e);
    }
  }

  /** Whether something can be done as the administrator. */
  boolean haveAdministrators() {
    return !tokens.getOrDefault(ADMIN, "").isBlank();
  }

  void putInto(Map<String, String> settings) {
    settings.putAll(tokens);
  }

  /** Names only. */
  @Override
  public String toString() {
    return "MattermostTokens" + tokens.keySet();
  }
}
