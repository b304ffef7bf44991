package dev.bricklayer.messaging;

import dev.bricklayer.testkit.TestBroker;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** The messages of the tests, on topics that each test has for itself. */
final class Wire {

  /** Asks for something: the command. */
  record Ask(String key, int number) implements Keyed {}

  /** Says something: the event. */
  record Said(String key, int number, String text) implements Keyed {}

  /** What it is now: on the compacted topic. */
  record SaidState(String key, int number) implements Keyed {}

  interface Keyed {
    String key();
  }

  private static final AtomicInteger COUNT = new AtomicInteger();

  private final int number;
  private final String kafka;

  /** On the broker that all tests share. */
  Wire() {
    this(TestBroker.bootstrapServers());
  }

  Wire(String kafka) {
    this(kafka, COUNT.incrementAndGet());
  }

  /** The wire of a test that runs in another process. */
  Wire(String kafka, int number) {
    this.kafka = kafka;
    this.number = number;
  }

  int number() {
    return number;
  }

  String kafka() {
    return kafka;
  }

  String commands() {
    return "test" + number + ".chat.commands";
  }

  String events() {
    return "test" + number + ".chat.events";
  }

  String state() {
    return "test" + number + ".chat.state";
  }

  /** A name of a service that no other test uses. */
  String service(String name) {
    return name + number;
  }

  MessageCatalog catalog() {
    return new MessageCatalog(
        List.of(
            new MessageCatalog.Topic(commands(), false, Set.of(Ask.class)),
            new MessageCatalog.Topic(events(), false, Set.of(Said.class)),
            new MessageCatalog.Topic(state(), true, Set.of(SaidState.class))),
        message -> ((Keyed) message).key());
  }
}
