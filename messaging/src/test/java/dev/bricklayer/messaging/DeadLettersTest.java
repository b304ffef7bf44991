package dev.bricklayer.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bricklayer.messaging.Wire.Said;
import dev.bricklayer.testkit.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeadLettersTest {

  private static final byte[] GOOD = json("{\"key\":\"k\",\"number\":1,\"text\":\"\"}");

  private final Wire wire = new Wire();
  private final Queue<Integer> heard = new ConcurrentLinkedQueue<>();
  private final Queue<String> watched = new ConcurrentLinkedQueue<>();
  private final AtomicInteger tries = new AtomicInteger();
  private volatile int failingTries;
  private RawKafka kafka;
  private TestService service;
  private DeadLetters letters;

  @BeforeAll
  void start() throws InterruptedException {
    kafka = new RawKafka(wire.kafka());
    service =
        TestService.named("letters", wire, TestDatabase.fresh("letters"))
            .reacting(Said.class, this::hear)
            .bean(new Watcher())
            .startReady();
    letters = service.bean(DeadLetters.class);
  }

  /** Notes what it is told of, and says it on. */
  private final class Watcher implements DeadLetterWatcher {

    @Override
    public void kept(DeadLetter letter, Outgoing out) {
      watched.add("kept " + letter.id());
      out.send(new Said("watcher", 0, "kept " + letter.id()));
    }

    @Override
    public void gone(UUID letter, Outgoing out) {
      watched.add("gone " + letter);
    }
  }

  private void hear(Received<Said> said, Outgoing out) {
    if (said.body().text().equals("bug") && tries.incrementAndGet() <= failingTries) {
      out.send(new Said("k", 99, "never leaves"));
      throw new IllegalStateException("a bug");
    }
    if (!said.body().key().equals("watcher")) {
      heard.add(said.body().number());
    }
  }

  @AfterAll
  void stop() {
    service.close();
    kafka.close();
  }

  @BeforeEach
  void forget() {
    heard.clear();
    watched.clear();
    tries.set(0);
    service.jdbc().sql("delete from messaging.dead_letter").update();
  }

  static Stream<Arguments> poison() {
    Map<String, String> good = RawKafka.envelope(UUID.randomUUID(), "Said");
    return Stream.of(
        Arguments.of("unknown type", "k", with(good, "ce_type", "Unheard"), GOOD, "Unheard"),
        Arguments.of("no type", "k", without(good, "ce_type"), GOOD, "ce_type"),
        Arguments.of("no id", "k", without(good, "ce_id"), GOOD, "ce_id"),
        Arguments.of("malformed id", "k", with(good, "ce_id", "7"), GOOD, "malformed"),
        Arguments.of("malformed time", "k", with(good, "ce_time", "noon"), GOOD, "malformed"),
        Arguments.of("half a saga", "k", with(good, "ce_saga", "talk"), GOOD, "ce_sagaid"),
        Arguments.of("no JSON", "k", good, json("{"), "not JSON"),
        Arguments.of("a foreign shape", "k", good, json("{\"number\":\"x\"}"), "number"),
        Arguments.of("null", "k", good, json("null"), "null"),
        Arguments.of("no body", "k", good, null, "without a body"),
        Arguments.of("no key", null, good, GOOD, "without a key"),
        Arguments.of("no headers", "k", Map.of(), new byte[] {0, -1, 7}, "ce_type"),
        Arguments.of("zero characters", "k\0", with(good, "ce_type", "\0"), GOOD, "type"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("poison")
  void whatCannotBeReadIsADeadLetterAndThePartitionMovesOn(
      String name, String key, Map<String, String> headers, byte[] body, String error)
      throws Exception {
    kafka.write(wire.events(), key, headers, body);
    kafka.write(wire.events(), "k", UUID.randomUUID(), new Said("k", 2, "goes on"));

    await().atMost(TestService.LONG).until(() -> List.copyOf(heard).equals(List.of(2)));
    DeadLetter letter = onlyLetter();
    assertThat(letter.error()).contains(error);
    assertThat(letter.topic()).isEqualTo(wire.events());
    ConsumerRecord<String, byte[]> sent = inTopic(letter);
    assertThat(sent.value()).isEqualTo(body);
    assertThat(RawKafka.header(sent, "dlt-error")).isEqualTo(letter.error());
    assertThat(RawKafka.header(sent, "dlt-topic")).isEqualTo(wire.events());
    assertThat(letters.retry(letter.id())).isInstanceOf(DeadLetters.Retry.FailedAgain.class);
    assertThat(onlyLetter().id()).isEqualTo(letter.id());
  }

  @Test
  void whatABugBreaksIsTriedAgainAndThenADeadLetter() throws Exception {
    failingTries = 3;
    UUID id = UUID.randomUUID();
    kafka.write(wire.events(), "k", id, new Said("k", 1, "bug"));
    kafka.write(wire.events(), "k", UUID.randomUUID(), new Said("k", 2, ""));

    await().atMost(TestService.LONG).until(() -> List.copyOf(heard).equals(List.of(2)));
    assertThat(tries).hasValue(3);
    assertThat(service.knows(id)).isFalse();
    assertThat(onlyLetter().error()).contains("a bug");

    assertThat(letters.retry(onlyLetter().id())).isInstanceOf(DeadLetters.Retry.Handled.class);
    assertThat(heard).containsExactly(2, 1);
    assertThat(letters.list(10)).isEmpty();
    assertThat(service.knows(id)).isTrue();
    assertThat(
            service.count(
                "select count(*) from messaging.outbox_message where topic = ? and key <> 'watcher'",
                wire.events()))
        .as("what the failed tries sent")
        .isZero();
  }

  @Test
  void whatFailsOnceOnlyIsNoDeadLetter() throws Exception {
    failingTries = 2;
    kafka.write(wire.events(), "k", UUID.randomUUID(), new Said("k", 1, "bug"));

    await().atMost(TestService.LONG).until(() -> List.copyOf(heard).equals(List.of(1)));
    assertThat(letters.list(10)).isEmpty();
  }

  @Test
  void whoWatchesHearsOfEachLetterUntilItIsGone() throws Exception {
    failingTries = 4;
    kafka.write(wire.events(), "k", UUID.randomUUID(), new Said("k", 1, "bug"));
    await().atMost(TestService.LONG).until(() -> letters.list(10).size() == 1);
    UUID id = onlyLetter().id();

    letters.retry(id);
    letters.retry(id);
    assertThat(letters.retry(id)).isInstanceOf(DeadLetters.Retry.Unknown.class);

    assertThat(heard).as("handled once, however often it is asked for").containsExactly(1);
    assertThat(watched).containsExactly("kept " + id, "kept " + id, "gone " + id);
    assertThat(
            service.count(
                "select count(*) from messaging.outbox_message"
                    + " where position(convert_to(?, 'UTF8') in payload) > 0",
                "kept " + id))
        .as("what the watcher said")
        .isEqualTo(2);
  }

  @Test
  void whatIsDiscardedIsHandledByNobody() throws Exception {
    failingTries = 3;
    kafka.write(wire.events(), "k", UUID.randomUUID(), new Said("k", 1, "bug"));
    await().atMost(TestService.LONG).until(() -> letters.list(10).size() == 1);
    UUID id = onlyLetter().id();

    assertThat(letters.discard(id)).isTrue();
    assertThat(letters.discard(id)).isFalse();
    assertThat(letters.retry(id)).isInstanceOf(DeadLetters.Retry.Unknown.class);
    assertThat(heard).isEmpty();
    assertThat(watched).containsExactly("kept " + id, "gone " + id);
  }

  @Test
  void aLetterThatIsNotThereIsUnknown() {
    assertThat(letters.retry(UUID.randomUUID())).isInstanceOf(DeadLetters.Retry.Unknown.class);
  }

  @Test
  void aLetterSaysNothingOfTheBody() throws Exception {
    kafka.write(
        wire.events(),
        "k",
        RawKafka.envelope(UUID.randomUUID(), "Said"),
        json("{\"number\":\"a secret\"}"));

    await().atMost(TestService.LONG).until(() -> letters.list(10).size() == 1);
    assertThat(onlyLetter().error()).contains("number").doesNotContain("secret");
  }

  private DeadLetter onlyLetter() {
    List<DeadLetter> all = letters.list(10);
    assertThat(all).hasSize(1);
    return all.getFirst();
  }

  private ConsumerRecord<String, byte[]> inTopic(DeadLetter letter) {
    String topic = wire.events() + "." + wire.service("letters") + ".dlt";
    return await()
        .atMost(TestService.LONG)
        .until(
            () ->
                kafka.read(topic).stream()
                    .filter(
                        found ->
                            RawKafka.header(found, "dlt-offset")
                                .equals(String.valueOf(letter.offset())))
                    .findFirst(),
            Optional::isPresent)
        .orElseThrow();
  }

  private static Map<String, String> with(Map<String, String> headers, String name, String value) {
    Map<String, String> changed = new HashMap<>(headers);
    changed.put(name, value);
    return changed;
  }

  private static Map<String, String> without(Map<String, String> headers, String name) {
    Map<String, String> changed = new HashMap<>(headers);
    changed.remove(name);
    return changed;
  }

  private static byte[] json(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
