package dev.bricklayer.testkit.explorer;

import static java.util.Objects.requireNonNull;

import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.saga.Service;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One state of everything: what each service knows, holds in its outbox and inbox and is calling,
 * and what Kafka has yet to deliver.
 *
 * @param known what each service knows
 * @param outboxes committed and not yet sent, in the order of their sequence
 * @param onTheWay sent and not yet heard, by hearer
 * @param inboxes what each service has heard
 * @param intents committed calls without an outcome
 * @param sent how many messages of each content were made
 * @param faults how many more there may be
 */
public record SagaWorld(
    Map<Service, Object> known,
    Map<Service, List<Envelope>> outboxes,
    Map<Service, Set<Envelope>> onTheWay,
    Map<Service, Set<Envelope>> inboxes,
    Map<Service, Set<Intent>> intents,
    Map<Object, Integer> sent,
    Faults faults) {

  /** Whether nothing is left to be sent, heard or called. */
  public boolean quiet() {
    return intents.isEmpty()
        && outboxes.values().stream().allMatch(List::isEmpty)
        && onTheWay.values().stream().allMatch(Set::isEmpty);
  }

  /** What a service knows. */
  public <S> S known(Service service, Class<S> type) {
    return requireNonNull(type.cast(known.get(service)));
  }

  SagaWorld knowing(Service service, Object next) {
    return new SagaWorld(
        with(known, service, next), outboxes, onTheWay, inboxes, intents, sent, faults);
  }

  SagaWorld committing(Service service, List<Message> messages) {
    SagaWorld world = this;
    for (Message message : messages) {
      int copy = world.sent.getOrDefault(message, 0) + 1;
      List<Envelope> outbox =
          Stream.concat(
                  world.outboxes.getOrDefault(service, List.of()).stream(),
                  Stream.of(new Envelope(message, copy)))
              .toList();
      world =
          new SagaWorld(
              world.known,
              with(world.outboxes, service, outbox),
              world.onTheWay,
              world.inboxes,
              world.intents,
              with(world.sent, message, copy),
              world.faults);
    }
    return world;
  }

  SagaWorld intending(Intent intent) {
    Service service = intent.row().service();
    return owing(service, plus(intents.getOrDefault(service, Set.of()), intent));
  }

  SagaWorld without(Intent intent) {
    Service service = intent.row().service();
    return owing(service, minus(intents.getOrDefault(service, Set.of()), intent));
  }

  /** No intents are no entry, so that worlds with the same intents are the same. */
  private SagaWorld owing(Service service, Set<Intent> owed) {
    Map<Service, Set<Intent>> all = new HashMap<>(intents);
    all.remove(service);
    if (!owed.isEmpty()) {
      all.put(service, owed);
    }
    return new SagaWorld(known, outboxes, onTheWay, inboxes, Map.copyOf(all), sent, faults);
  }

  SagaWorld withoutFirstUnsent(Service service) {
    List<Envelope> outbox = outboxes.getOrDefault(service, List.of());
    return new SagaWorld(
        known,
        with(outboxes, service, List.copyOf(outbox.subList(1, outbox.size()))),
        onTheWay,
        inboxes,
        intents,
        sent,
        faults);
  }

  SagaWorld onItsWayTo(Service hearer, Envelope envelope) {
    return new SagaWorld(
        known,
        outboxes,
        with(onTheWay, hearer, plus(onTheWay.getOrDefault(hearer, Set.of()), envelope)),
        inboxes,
        intents,
        sent,
        faults);
  }

  SagaWorld delivered(Service hearer, Envelope envelope) {
    Set<Envelope> rest = minus(onTheWay.getOrDefault(hearer, Set.of()), envelope);
    return new SagaWorld(
        known, outboxes, with(onTheWay, hearer, rest), inboxes, intents, sent, faults);
  }

  SagaWorld inInbox(Service hearer, Envelope envelope) {
    return new SagaWorld(
        known,
        outboxes,
        onTheWay,
        with(inboxes, hearer, plus(inboxes.getOrDefault(hearer, Set.of()), envelope)),
        intents,
        sent,
        faults);
  }

  boolean heard(Service hearer, Envelope envelope) {
    return inboxes.getOrDefault(hearer, Set.of()).contains(envelope);
  }

  SagaWorld with(Faults left) {
    return new SagaWorld(known, outboxes, onTheWay, inboxes, intents, sent, left);
  }

  private static <K, V> Map<K, V> with(Map<K, V> map, K key, V value) {
    Map<K, V> copy = new HashMap<>(map);
    copy.put(key, value);
    return Map.copyOf(copy);
  }

  private static <T> Set<T> plus(Set<T> set, T element) {
    Set<T> copy = new HashSet<>(set);
    copy.add(element);
    return Set.copyOf(copy);
  }

  private static <T> Set<T> minus(Set<T> set, T element) {
    return set.stream()
        .filter(other -> !other.equals(element))
        .collect(Collectors.toUnmodifiableSet());
  }
}
