package dev.bricklayer.testkit.explorer;

import static java.util.Objects.requireNonNull;

import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.saga.Decision;
import dev.bricklayer.contracts.saga.SagaMap;
import dev.bricklayer.contracts.saga.SagaStep;
import dev.bricklayer.contracts.saga.Service;
import dev.bricklayer.testkit.explorer.Participant.Choice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Everything that can happen to one run of a saga: messages arrive in any order and late, a service
 * dies at any point between hearing and sending, answers of the outside stay unheard, deadlines
 * pass. Who hears what is read from the saga's map; what they make of it are the services' own
 * decisions.
 */
public final class SagaModel implements Model<SagaWorld> {

  private final SagaMap map;
  private final Map<Service, Participant<?, ?>> participants;
  private final Function<Object, Decision<?, ?>> deadline;
  private final Decision<?, ?> beginning;
  private final Faults faults;
  private final Function<SagaWorld, List<String>> promises;

  /**
   * A model.
   *
   * @param map tells who hears what
   * @param participants the services' decisions
   * @param beginning the initiator's decision to start
   * @param deadline the initiator's decision when its deadline passes, from what it knows
   * @param faults the bound
   * @param promises what is broken in a world
   */
  public SagaModel(
      SagaMap map,
      Map<Service, Participant<?, ?>> participants,
      Decision<?, ?> beginning,
      Function<Object, Decision<?, ?>> deadline,
      Faults faults,
      Function<SagaWorld, List<String>> promises) {
    this.map = map;
    this.participants = Map.copyOf(participants);
    this.beginning = beginning;
    this.deadline = deadline;
    this.faults = faults;
    this.promises = promises;
  }

  @Override
  public SagaWorld start() {
    Map<Service, Object> known = new HashMap<>();
    participants.forEach((service, participant) -> known.put(service, participant.start()));
    SagaWorld empty =
        new SagaWorld(Map.copyOf(known), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), faults);
    return begin(empty, beginning);
  }

  @Override
  public List<String> broken(SagaWorld world) {
    return promises.apply(world);
  }

  @Override
  public List<Move<SagaWorld>> moves(SagaWorld world) {
    List<Move<SagaWorld>> moves = new ArrayList<>();
    for (Service service : participants.keySet()) {
      sendings(world, service, moves);
      deliveries(world, service, moves);
      callings(world, service, moves);
    }
    deadlines(world, moves);
    return moves;
  }

  private void sendings(SagaWorld world, Service service, List<Move<SagaWorld>> moves) {
    List<Envelope> outbox = world.outboxes().getOrDefault(service, List.of());
    if (outbox.isEmpty()) {
      return;
    }
    Envelope first = outbox.getFirst();
    SagaWorld sent = world;
    for (SagaStep row : map.steps()) {
      if (hears(row, first)) {
        sent = sent.onItsWayTo(row.service(), first);
      }
    }
    moves.add(new Move<>(service + " sends " + first, sent.withoutFirstUnsent(service)));
    if (world.faults().resends() > 0) {
      moves.add(
          new Move<>(
              service + " sends " + first + " and dies before noting it",
              sent.with(world.faults().withoutResend())));
    }
  }

  private void deliveries(SagaWorld world, Service service, List<Move<SagaWorld>> moves) {
    Set<Envelope> arriving = world.onTheWay().getOrDefault(service, Set.of());
    for (Envelope envelope : arriving) {
      SagaStep row = rowOf(service, envelope);
      if (world.heard(service, envelope)) {
        moves.add(
            new Move<>(
                service + " hears " + envelope + " again: its inbox has it",
                world.delivered(service, envelope)));
        continue;
      }
      for (Choice<?, ?> choice : hears(world, service, envelope.message())) {
        String what = service + " hears " + envelope + because(choice);
        SagaWorld after = react(world, row, choice.decision()).inInbox(service, envelope);
        moves.add(new Move<>(what, after.delivered(service, envelope)));
        if (world.faults().redeliveries() > 0) {
          moves.add(
              new Move<>(
                  what + " and dies before Kafka knows",
                  after.with(world.faults().withoutRedelivery())));
        }
      }
    }
  }

  private void callings(SagaWorld world, Service service, List<Move<SagaWorld>> moves) {
    for (Intent intent : world.intents().getOrDefault(service, Set.of())) {
      calling(world, intent, moves);
    }
  }

  private void calling(SagaWorld world, Intent intent, List<Move<SagaWorld>> moves) {
    Service service = intent.row().service();
    for (Choice<?, ?> choice : concludes(world, intent)) {
      moves.add(
          new Move<>(
              service + " is answered" + because(choice),
              react(world.without(intent), intent.row(), choice.decision())));
    }
    for (Object known : unheard(world, intent)) {
      SagaWorld after = world.knowing(service, known);
      if (world.faults().unheardAnswers() > 0) {
        moves.add(
            new Move<>(
                service + " dies before it notes the answer, and will call again",
                after.with(world.faults().withoutUnheardAnswer())));
      }
      if (world.faults().deadlines() < faults.deadlines()
          && playing(service).givesUp(intent.call())) {
        moves.add(
            new Move<>(
                service + " is not answered until the deadline and gives up calling",
                after.without(intent)));
      }
    }
  }

  private void deadlines(SagaWorld world, List<Move<SagaWorld>> moves) {
    Decision<?, ?> decision = deadline.apply(world.known(map.initiator(), Object.class));
    if (world.faults().deadlines() > 0 && !decision.send().isEmpty()) {
      moves.add(
          new Move<>(
              "the deadline passes",
              begin(world, decision).with(world.faults().withoutDeadline())));
    }
  }

  private SagaStep rowOf(Service service, Envelope envelope) {
    return map.stepsOf(service).stream()
        .filter(row -> hears(row, envelope))
        .findFirst()
        .orElseThrow();
  }

  private static boolean hears(SagaStep row, Envelope envelope) {
    return row.reactsTo() == envelope.message().getClass();
  }

  private SagaWorld begin(SagaWorld world, Decision<?, ?> decision) {
    return commit(world, map.initiator(), decision);
  }

  private SagaWorld react(SagaWorld world, SagaStep row, Decision<?, ?> decision) {
    requireInMap(row, decision);
    SagaWorld after = commit(world, row.service(), decision);
    return decision.call() == null ? after : after.intending(new Intent(row, decision.call()));
  }

  /** What the map does not say cannot be read there: neither in its table nor in its picture. */
  private void requireInMap(SagaStep row, Decision<?, ?> decision) {
    for (Message message : ofTheSaga(decision)) {
      if (!row.answers().contains(message.getClass())) {
        throw new IllegalStateException(
            "%s sends %s: the map of %s does not say so"
                .formatted(row.reaction(), message, map.name()));
      }
    }
  }

  private SagaWorld commit(SagaWorld world, Service service, Decision<?, ?> decision) {
    return world.knowing(service, decision.next()).committing(service, ofTheSaga(decision));
  }

  /** State topics are left out: no row of the map hears them. */
  private List<Message> ofTheSaga(Decision<?, ?> decision) {
    return decision.send().stream()
        .filter(message -> map.messages().contains(message.getClass()))
        .toList();
  }

  private List<? extends Choice<?, ?>> hears(SagaWorld world, Service service, Message message) {
    return playing(service).hears(world.known(service, Object.class), message);
  }

  private List<? extends Choice<?, ?>> concludes(SagaWorld world, Intent intent) {
    Service service = intent.row().service();
    return playing(service).concludes(world.known(service, Object.class), intent.call());
  }

  private List<?> unheard(SagaWorld world, Intent intent) {
    Service service = intent.row().service();
    return playing(service).unheard(world.known(service, Object.class), intent.call());
  }

  /** What a service knows and calls comes from its own decisions, so it is of its own classes. */
  @SuppressWarnings("unchecked")
  private Participant<Object, Object> playing(Service service) {
    return (Participant<Object, Object>) requireNonNull(participants.get(service));
  }

  private static String because(Choice<?, ?> choice) {
    return choice.because().isEmpty() ? "" : ": " + choice.because();
  }
}
