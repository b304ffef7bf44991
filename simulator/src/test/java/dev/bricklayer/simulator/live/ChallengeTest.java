package dev.bricklayer.simulator.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bricklayer.simulator.Settings;
import dev.bricklayer.simulator.StandInMattermost;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A websocket that says only after it was opened whose it is, as browsers' clients do. */
class ChallengeTest {

  private final StandInMattermost standIn = StandInMattermost.start(Settings.forTest());
  private final HttpClient http = HttpClient.newHttpClient();
  private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

  private final class Ears implements WebSocket.Listener {
    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
      heard.add(text.toString());
      from.request(1);
      return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
      heard.add("closed");
      return null;
    }
  }

  @AfterEach
  void close() {
    http.shutdownNow();
    http.close();
    standIn.close();
  }

  private void challenge(String token) {
    URI address = URI.create("ws" + standIn.address().toString().substring(4));
    WebSocket socket =
        http.newWebSocketBuilder()
            .buildAsync(address.resolve("/api/v4/websocket"), new Ears())
            .join();
    socket.sendText(challengeOf(token), true).join();
  }

  private static String challengeOf(String token) {
    return "{\"seq\":7,\"action\":\"authentication_challenge\",\"data\":{\"token\":\"%s\"}}"
        .formatted(token);
  }

  private String next() throws InterruptedException {
    return heard.poll(30, TimeUnit.SECONDS);
  }

  @Test
  void aTokenThatWorksIsAnsweredAndGreeted() throws InterruptedException {
    challenge(standIn.demo().botToken());
    assertThat(next()).contains("\"status\":\"OK\"", "\"seq_reply\":7");
    assertThat(next()).contains("\"event\":\"hello\"", "\"server_version\":\"11.6.0", "\"seq\":0");
  }

  @Test
  void anotherIsShownTheDoor() throws InterruptedException {
    challenge("x".repeat(26));
    assertThat(next()).isEqualTo("closed");
  }
}
