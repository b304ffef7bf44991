package dev.bricklayer.mattermost;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which outcomes prove that nothing was posted, and which prove nothing. */
class WhatAnAnswerProvesTest {

  private static final AccessToken TOKEN = new AccessToken("secret-token");
  private static final NewPost POST =
      new NewPost(new ChannelId("release"), "Stand-up", "occurrence-1", Map.of("a", 1));

  private static Answer<Post> post(URI address) {
    return post(address, Duration.ofSeconds(60));
  }

  private static Answer<Post> post(URI address, Duration patience) {
    try (var client =
        new MattermostClient(
            new ClientSettings(address, patience.minusMillis(100), patience, "test"))) {
      return client.createPost(TOKEN, POST);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 413, 499})
  void everyOther4xxProvesThatNothingHappened(int status) throws IOException {
    String error =
        "{\"id\":\"some.error\",\"message\":\"Words\",\"status_code\":%d}".formatted(status);
    try (var server = new AnsweringServer(status, error)) {
      assertThat(post(server.address()))
          .isEqualTo(new Answer.Refused<>(status, "some.error", "Words"));
    }
  }

  @Test
  void a4xxOfAProxyIsARefusalWithoutId() throws IOException {
    try (var server = new AnsweringServer(404, "<html>not here</html>")) {
      assertThat(post(server.address())).isEqualTo(new Answer.Refused<>(404, "", ""));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 501, 502, 503, 504, 408, 302})
  void whatIsNeither2xxNor4xxProvesNothing(int status) throws IOException {
    String error = "{\"id\":\"" + ErrorIds.POST_STILL_PENDING + "\"}";
    try (var server = new AnsweringServer(status, error, "Location", "http://127.0.0.1:1/")) {
      assertThat(post(server.address()))
          .isInstanceOfSatisfying(
              Answer.Ambiguous.class,
              answer -> {
                assertThat(answer.status()).isEqualTo(status);
                assertThat(answer.errorId()).isEqualTo(ErrorIds.POST_STILL_PENDING);
              });
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{\"id\":\"\"}", "<html>", "{\"id\":\"p1\"", "null"})
  void aSuccessThatCannotBeReadProvesNothing(String body) throws IOException {
    try (var server = new AnsweringServer(201, body)) {
      assertThat(post(server.address()))
          .isInstanceOfSatisfying(
              Answer.Ambiguous.class, answer -> assertThat(answer.status()).isEqualTo(201));
    }
  }

  @Test
  void aRefusedConnectionProvesThatNothingWasSent() throws IOException {
    int freed;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      freed = socket.getLocalPort();
    }
    assertThat(post(URI.create("http://127.0.0.1:" + freed)))
        .isInstanceOf(Answer.Unreachable.class);
  }

  @Test
  void anUnknownHostProvesThatNothingWasSent() {
    assertThat(post(URI.create("http://no-such-host.invalid")))
        .isInstanceOf(Answer.Unreachable.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                                                     | RESETS",
        "'HTTP/1.1 201 Created\r\nContent-Length: 100\r\n\r\n{'  | RESETS",
        "''                                                     | CLOSES",
        "'HTTP/1.1 201 Created\r\nContent-Length: 100\r\n\r\n{'  | CLOSES",
        "'not http at all\r\n\r\n'                              | CLOSES"
      })
  void aConnectionThatBreaksProvesNothingAndIsNotTriedAgain(String said, BrokenServer.Then then)
      throws IOException {
    try (var server = new BrokenServer(said, then)) {
      assertThat(post(server.address()))
          .isInstanceOfSatisfying(
              Answer.Ambiguous.class, answer -> assertThat(answer.status()).isZero());
      assertThat(server.calls()).as("a POST is never repeated").isOne();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "HTTP/1.1 201 Created\r\nContent-Length: 100\r\n\r\n{"})
  void anAnswerThatNeverEndsIsGivenUpAndProvesNothing(String said) throws IOException {
    try (var server = new BrokenServer(said, BrokenServer.Then.SAYS_NOTHING_MORE)) {
      assertThat(post(server.address(), Duration.ofMillis(1_500)))
          .isEqualTo(new Answer.Ambiguous<>("no complete answer within PT1.5S", 0, ""));
    }
  }

  @Test
  void anInterruptedCallProvesNothingAndStaysInterrupted() throws IOException {
    try (var server = new BrokenServer("", BrokenServer.Then.SAYS_NOTHING_MORE)) {
      Thread.currentThread().interrupt();
      Answer<Post> answer = post(server.address());
      assertThat(Thread.interrupted()).isTrue();
      assertThat(answer).isInstanceOf(Answer.Ambiguous.class);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "7,            7",
    "0,            0",
    "' 3 ',        3",
    "99999999,     3600",
    "99999999999999999999999, 1",
    "-5,           1",
    "1.5,          1",
    "soon,         1",
    "'',           1",
    "'Fri, 31 Dec 2027 23:59:59 GMT', 1"
  })
  void anOddRetryAfterIsStillAWait(String said, long seconds) throws IOException {
    try (var server = new AnsweringServer(429, "limit exceeded", "Retry-After", said)) {
      assertThat(post(server.address()))
          .isEqualTo(new Answer.Throttled<>(Duration.ofSeconds(seconds), null));
    }
  }

  @Test
  void withoutRetryAfterTheResetCounts() throws IOException {
    try (var server =
        new AnsweringServer(
            429,
            "limit exceeded",
            "X-RateLimit-Limit",
            "100",
            "X-RateLimit-Remaining",
            "0",
            "X-RateLimit-Reset",
            "9")) {
      assertThat(post(server.address()))
          .isEqualTo(
              new Answer.Throttled<>(
                  Duration.ofSeconds(9), new Allowance(100, 0, Duration.ofSeconds(9))));
    }
  }
}
