package dev.bricklayer.simulator;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bricklayer.mattermost.AccessToken;
import dev.bricklayer.mattermost.Answer;
import dev.bricklayer.mattermost.ChannelId;
import dev.bricklayer.mattermost.ClientSettings;
import dev.bricklayer.mattermost.MattermostClient;
import dev.bricklayer.mattermost.NewPost;
import dev.bricklayer.mattermost.Post;
import dev.bricklayer.simulator.api.RateLimit;
import dev.bricklayer.simulator.faults.Effect;
import dev.bricklayer.simulator.faults.Fault;
import dev.bricklayer.simulator.faults.Moment;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Each scripted fault is what it says: to the caller, and to what stands in the channel afterwards.
 */
class FaultsTest {

  private final StandInMattermost standIn =
      StandInMattermost.start(Settings.forTest().withFaultControl());
  private final MattermostClient client =
      new MattermostClient(
          new ClientSettings(
              standIn.address(), Duration.ofSeconds(20), Duration.ofSeconds(60), "test"));

  @AfterEach
  void close() {
    client.close();
    standIn.close();
  }

  private Answer<Post> post() {
    return client.createPost(
        new AccessToken(standIn.demo().botToken()),
        new NewPost(new ChannelId(standIn.demo().channelId("release")), "Hello", "", Map.of()));
  }

  private static Fault.Calls onPosts() {
    return Fault.on("POST", "/api/v4/posts");
  }

  @Test
  void anErrorBeforeLeavesNoPostAnErrorAfterLeavesOne() {
    standIn.faults().add(onPosts().before(new Effect.Fail(503)).times(1));
    standIn.faults().add(onPosts().after(new Effect.Fail(502)).times(1));

    assertThat(post())
        .isEqualTo(new Answer.Ambiguous<>("answered with status 503", 503, "stand-in.fault"));
    assertThat(standIn.posted()).isEmpty();
    assertThat(post())
        .isEqualTo(new Answer.Ambiguous<>("answered with status 502", 502, "stand-in.fault"));
    assertThat(standIn.posted()).hasSize(1);
    assertThat(post()).isInstanceOf(Answer.Ok.class);
  }

  @Test
  void aResetBeforeLeavesNoPostAResetAfterLeavesOneAndBothAreResets() {
    standIn.faults().add(onPosts().before(new Effect.Reset()).times(1));
    standIn.faults().add(onPosts().after(new Effect.Reset()).times(1));

    assertThat(post()).isInstanceOfSatisfying(Answer.Ambiguous.class, FaultsTest::isReset);
    assertThat(standIn.posted()).isEmpty();
    assertThat(post()).isInstanceOfSatisfying(Answer.Ambiguous.class, FaultsTest::isReset);
    assertThat(standIn.posted()).hasSize(1);
    assertThat(post()).isInstanceOf(Answer.Ok.class);
  }

  private static void isReset(Answer.Ambiguous<?> answer) {
    assertThat(answer.why()).contains("reset");
    assertThat(answer.status()).isZero();
  }

  @Test
  void throttledIs429WithTheHeaderAsItWasOrdered() {
    standIn.faults().add(onPosts().before(new Effect.Throttle("7")).times(1));
    assertThat(post()).isEqualTo(new Answer.Throttled<>(Duration.ofSeconds(7), null));
    assertThat(standIn.posted()).isEmpty();
  }

  /** Or its connection would end with it, and the next call with the connection. */
  @Test
  void aCallThatIsThrottledIsHeardToItsEnd() throws IOException {
    SettableClock clock = new SettableClock();
    clock.stop();
    Settings limited = Settings.forTest().withRateLimit(new RateLimit(1, 0)).withClock(clock);
    try (var throttling = StandInMattermost.start(limited);
        var socket = new Socket(InetAddress.getLoopbackAddress(), throttling.address().getPort());
        var answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII))) {
      assertThat(Caller.nobody(throttling).get("/api/v4/system/ping").statusCode()).isEqualTo(200);
      String head =
          "POST /api/v4/posts HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n";
      socket.getOutputStream().write(head.getBytes(US_ASCII));
      assertThat(answer.readLine()).contains("100");
      assertThat(answer.readLine()).isEmpty();
      socket.getOutputStream().write("{}".getBytes(US_ASCII));
      assertThat(answer.readLine()).contains("429");
    }
  }

  @Test
  void whatHangsIsLetGoWhenFaultsAreCleared() {
    standIn.faults().add(onPosts().after(new Effect.Hang()));
    CompletableFuture<Answer<Post>> hanging = CompletableFuture.supplyAsync(this::post);
    Waiting.until("the fault hits", () -> standIn.faults().seen().getFirst().hits() == 1);
    assertThat(standIn.posted()).hasSize(1);
    assertThat(hanging).isNotDone();

    standIn.faults().clear();
    assertThat(hanging.join()).isInstanceOf(Answer.Ambiguous.class);
  }

  @Test
  void whatIsSlowIsMadeAllTheSame() {
    standIn.faults().add(onPosts().before(new Effect.Delay(Duration.ofMillis(150))));
    long before = System.nanoTime();
    assertThat(post()).isInstanceOf(Answer.Ok.class);
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofMillis(149));
  }

  @Test
  void downRefusesConnectionsUntilItIsUpAgainOnTheSamePort() {
    assertThat(post()).isInstanceOf(Answer.Ok.class);
    standIn.down();
    assertThat(client.ping()).isInstanceOf(Answer.Unreachable.class);
    standIn.up();
    assertThat(post()).isInstanceOf(Answer.Ok.class);
    assertThat(standIn.posted()).hasSize(2);
  }

  @Test
  void onlyTheCallsThatWereMeantAreHit() {
    standIn.faults().add(onPosts().before(new Effect.Fail(500)));
    assertThat(client.ping()).isInstanceOf(Answer.Ok.class);
    assertThat(client.me(new AccessToken(standIn.demo().botToken()))).isInstanceOf(Answer.Ok.class);
  }

  @Test
  void theSameSeedHitsTheSameCalls() {
    standIn.faults().add(onPosts().before(new Effect.Fail(500)).withProbability(0.5));
    standIn.faults().seed(42);
    List<Boolean> first =
        IntStream.range(0, 40).mapToObj(_ -> post() instanceof Answer.Ok).toList();
    standIn.faults().seed(42);
    List<Boolean> second =
        IntStream.range(0, 40).mapToObj(_ -> post() instanceof Answer.Ok).toList();
    assertThat(second).isEqualTo(first).contains(true, false);
  }

  @Test
  void insideACallOnlyADelayCanHappen() {
    assertThatThrownBy(() -> new Fault("", "", Moment.INSIDE, new Effect.Reset(), 1, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void faultsAreSwitchedOverHttpWhereThatIsSwitchedOn() {
    Caller caller = Caller.nobody(standIn);
    String fault =
        """
        {"method":"POST","path":"/api/v4/posts","moment":"after","effect":"fail","status":504,"times":1}""";
    assertThat(caller.call("POST", "/stand-in/faults", fault).statusCode()).isEqualTo(201);
    assertThat(post()).isInstanceOf(Answer.Ambiguous.class);
    assertThat(standIn.posted()).hasSize(1);
    assertThat(caller.get("/stand-in/faults").body()).contains("\"hits\":1");
    caller.call("DELETE", "/stand-in/faults", "");
    assertThat(caller.get("/stand-in/faults").body()).isEqualTo("[]");
  }

  @Test
  void anUnreadableOrderIsRefusedWithItsReason() {
    Caller caller = Caller.nobody(standIn);
    for (String order :
        List.of(
            "{}", "{", "{\"effect\":\"explode\"}", "{\"effect\":\"delay\",\"duration\":\"x\"}")) {
      HttpResponse<String> answer = caller.call("POST", "/stand-in/faults", order);
      assertThat(answer.statusCode()).as(order).isEqualTo(400);
      assertThat(answer.body()).contains("problem");
    }
    assertThat(standIn.faults().seen()).isEmpty();
  }

  @Test
  void overHttpItGoesDownAndComesUpByItself() throws IOException {
    try (Socket open = new Socket(InetAddress.getLoopbackAddress(), standIn.address().getPort())) {
      HttpResponse<String> answer =
          Caller.nobody(standIn).call("POST", "/stand-in/down", "{\"duration\":\"PT0.2S\"}");
      assertThat(answer.statusCode()).isEqualTo(202);
      assertThat(isCutOff(open)).isTrue();
    }
    // Who calls just as it goes down may be let in and not answered: they call again.
    ClientSettings soonAgain =
        new ClientSettings(standIn.address(), Duration.ofSeconds(1), Duration.ofSeconds(2), "test");
    try (MattermostClient caller = new MattermostClient(soonAgain)) {
      Waiting.until("it is up again", () -> caller.ping() instanceof Answer.Ok);
    }
  }

  private static boolean isCutOff(Socket socket) {
    try {
      return socket.getInputStream().read() < 0;
    } catch (IOException reset) {
      return true;
    }
  }

  @Test
  void withoutTheSwitchThereIsNoFaultControl() {
    try (var plain = StandInMattermost.start(Settings.forTest())) {
      HttpResponse<String> answer =
          Caller.nobody(plain).call("POST", "/stand-in/faults", "{\"effect\":\"reset\"}");
      assertThat(answer.statusCode()).isEqualTo(404);
      assertThat(plain.faults().seen()).isEmpty();
    }
  }
}
