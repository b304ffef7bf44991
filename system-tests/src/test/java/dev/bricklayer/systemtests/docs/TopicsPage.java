package dev.bricklayer.systemtests.docs;

import static java.util.stream.Collectors.joining;

import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.Messages;
import dev.bricklayer.contracts.Sagas;
import dev.bricklayer.contracts.Topic;
import dev.bricklayer.contracts.saga.SagaMap;
import dev.bricklayer.contracts.saga.SagaStep;
import dev.bricklayer.contracts.saga.Service;
import dev.bricklayer.engine.publish.OccurrenceDue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** The page of all topics, made from contracts and from who implements messaging's contracts. */
final class TopicsPage {

  private static final Path GOLDEN = Path.of("../contracts/src/test/resources/golden");

  private final Listeners listeners = new Listeners();

  /** The page in Markdown. */
  String text() {
    return """
    # Topics

    Generated from `contracts` and the reaction classes; a test keeps page and code the same. How messages travel stands in the
    [architecture](../architecture.md), what they hold in their records and golden files, how a saga runs in [its page](../sagas/).

    | topic | keeps | key |
    |---|---|---|
    %s

    Beside each topic, `<topic>.<group>.dlt` takes what a service (its group) could not read or handle. The engine has one
    topic more, which nobody else reads: `%s`, keyed by bot, says that an occurrence may be delivered now.

    ## Messages

    | message | on | sent by | heard by |
    |---|---|---|---|
    %s

    *Each copy* hears for itself what is marked so; everything else is heard by one copy of a service.
    """
        .formatted(
            Arrays.stream(Topic.values()).map(TopicsPage::row).collect(joining("\n")),
            OccurrenceDue.TOPIC,
            Messages.ALL.stream().map(this::row).collect(joining("\n")));
  }

  private static String row(Topic topic) {
    return "| `%s` | %s | %s |"
        .formatted(
            topic.wireName(),
            topic.compacted() ? "the newest of each key" : "everything, for days",
            Messages.ALL.stream()
                .filter(message -> Messages.topicOf(message) == topic)
                .map(message -> "`" + key(message) + "`")
                .distinct()
                .collect(joining(", ")));
  }

  private String row(Class<? extends Message> message) {
    return "| `%s` | `%s` | %s | %s |"
        .formatted(
            message.getSimpleName(),
            Messages.topicOf(message).wireName(),
            senders(message).distinct().collect(joining(", ")),
            listeners.of(message).stream().map(TopicsPage::listener).collect(joining("<br>")));
  }

  /**
   * Who answers with it in a saga, or begins one with it. What is in no saga its owner sends; a
   * command the bff.
   */
  private static Stream<String> senders(Class<? extends Message> message) {
    List<String> inSagas =
        Sagas.ALL.stream().flatMap(map -> senders(map, message)).map(TopicsPage::word).toList();
    String topic = Messages.topicOf(message).wireName();
    String outside = topic.endsWith(".commands") ? "bff" : topic.split("\\.", -1)[0];
    return inSagas.isEmpty() ? Stream.of(outside) : inSagas.stream();
  }

  private static Stream<Service> senders(SagaMap map, Class<? extends Message> message) {
    Stream<Service> initiator =
        message.equals(map.command()) || message.equals(map.abandon())
            ? Stream.of(map.initiator())
            : Stream.empty();
    Stream<Service> answering =
        map.steps().stream()
            .filter(step -> step.answers().contains(message))
            .map(SagaStep::service);
    return Stream.concat(initiator, answering);
  }

  private static String listener(Class<?> type) {
    return "%s: `%s`%s"
        .formatted(
            type.getPackageName().split("\\.", -1)[2],
            type.getSimpleName(),
            Listeners.isObserver(type) ? " (each copy)" : "");
  }

  /** The component of a message that is its key, found out by its golden file. */
  private static String key(Class<? extends Message> type) {
    Message message = golden(type);
    return Arrays.stream(type.getRecordComponents())
        .filter(component -> value(component, message).equals(message.key()))
        .map(RecordComponent::getName)
        .findFirst()
        .orElseThrow(() -> new AssertionError(type + " has a key that is none of its components"));
  }

  private static Message golden(Class<? extends Message> type) {
    try {
      String json = Files.readString(GOLDEN.resolve(type.getSimpleName() + ".json"));
      return JsonMapper.shared().readValue(json, type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String value(RecordComponent component, Message message) {
    try {
      return String.valueOf(component.getAccessor().invoke(message));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String word(Service service) {
    return service.name().toLowerCase(Locale.ROOT);
  }
}
