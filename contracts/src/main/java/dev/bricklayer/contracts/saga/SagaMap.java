package dev.bricklayer.contracts.saga;

import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.saga.SagaStep.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A saga as data: nothing executes it. It checks itself when it is built, its page in {@code
 * docs/sagas/} is generated from it, and tests bind each row to exactly one reaction class.
 *
 * @param name as it stands in the headers of its messages
 * @param initiator who starts it and owns its deadline
 * @param command the message it starts with
 * @param abandon the message by which the initiator asks the pivot's owner to end it; absent where
 *     there is no way back: such a saga is asked for again until it is done
 * @param deadline from the start to the question, or to the repeated command
 * @param steps its rows, in the order in which one reads them
 */
public record SagaMap(
    String name,
    Service initiator,
    Class<? extends Message> command,
    @Nullable Class<? extends Message> abandon,
    Duration deadline,
    List<SagaStep> steps) {

  /**
   * Checks the map.
   *
   * @throws IllegalArgumentException naming every flaw: an event that nobody hears or one service
   *     hears twice, a dead end, a forward row before the pivot without its undo, a row that
   *     nothing leads to
   */
  public SagaMap {
    steps = List.copyOf(steps);
    List<String> flaws = flaws(command, abandon, steps);
    if (!flaws.isEmpty()) {
      throw new IllegalArgumentException(name + ": " + String.join("; ", flaws));
    }
  }

  /** The row that decides; the first of them where several ways lead to the same decision. */
  public SagaStep pivot() {
    return steps.stream().filter(step -> step.kind() == Kind.PIVOT).findFirst().orElseThrow();
  }

  /** The rows of one service, in the map's order. */
  public List<SagaStep> stepsOf(Service service) {
    return steps.stream().filter(step -> step.service() == service).toList();
  }

  /** Every message of the saga, in the order in which the map names them. */
  public Set<Class<? extends Message>> messages() {
    Set<Class<? extends Message>> messages = new LinkedHashSet<>();
    begun(command, abandon).forEach(messages::add);
    steps.forEach(step -> messages.addAll(step.answers()));
    return messages;
  }

  private static List<String> flaws(
      Class<? extends Message> command,
      @Nullable Class<? extends Message> abandon,
      List<SagaStep> steps) {
    List<String> flaws = new ArrayList<>();
    if (steps.stream()
            .filter(step -> step.kind() == Kind.PIVOT)
            .map(SagaStep::service)
            .distinct()
            .count()
        != 1) {
      flaws.add("it needs a pivot, and all rows that take it in one service");
    }
    flaws.addAll(unheard(command, abandon, steps));
    flaws.addAll(unreached(command, abandon, steps));
    flaws.addAll(heardTwice(steps));
    steps.forEach(step -> flaw(step, steps).ifPresent(flaws::add));
    return flaws;
  }

  /** What the initiator sends of its own accord. */
  private static Stream<Class<? extends Message>> begun(
      Class<? extends Message> command, @Nullable Class<? extends Message> abandon) {
    return abandon == null ? Stream.of(command) : Stream.of(command, abandon);
  }

  private static List<String> unheard(
      Class<? extends Message> command,
      @Nullable Class<? extends Message> abandon,
      List<SagaStep> steps) {
    Set<Class<?>> heard = new HashSet<>(steps.stream().map(SagaStep::reactsTo).toList());
    return Stream.concat(
            begun(command, abandon), steps.stream().flatMap(step -> step.answers().stream()))
        .distinct()
        .filter(message -> !heard.contains(message))
        .map(message -> "nobody hears " + message.getSimpleName())
        .toList();
  }

  private static List<String> unreached(
      Class<? extends Message> command,
      @Nullable Class<? extends Message> abandon,
      List<SagaStep> steps) {
    Set<Class<?>> sent = new HashSet<>(begun(command, abandon).toList());
    boolean grew = true;
    while (grew) {
      List<Class<? extends Message>> more =
          steps.stream()
              .filter(step -> sent.contains(step.reactsTo()))
              .flatMap(step -> step.answers().stream())
              .toList();
      grew = sent.addAll(more);
    }
    return steps.stream()
        .filter(step -> !sent.contains(step.reactsTo()))
        .map(step -> "nothing leads to " + step.reaction())
        .toList();
  }

  private static List<String> heardTwice(List<SagaStep> steps) {
    Set<String> heard = new HashSet<>();
    return steps.stream()
        .map(
            step ->
                step.service().name().toLowerCase(Locale.ROOT)
                    + " hears "
                    + step.reactsTo().getSimpleName())
        .filter(one -> !heard.add(one))
        .map(one -> one + " twice")
        .toList();
  }

  private static Optional<String> flaw(SagaStep step, List<SagaStep> steps) {
    if (!answersNobody(step.kind()) && step.answers().isEmpty()) {
      return Optional.of(step.reaction() + " is a dead end");
    }
    if (step.undoneBy().isEmpty()) {
      boolean needsUndo = step.kind() == Kind.FORWARD && beforePivot(step, steps);
      return needsUndo ? Optional.of(step.reaction() + " has no compensation") : Optional.empty();
    }
    boolean undoable =
        steps.stream()
            .anyMatch(
                other ->
                    other.kind() == Kind.COMPENSATION
                        && other.service() == step.service()
                        && other.reaction().equals(step.undoneBy()));
    return undoable
        ? Optional.empty()
        : Optional.of(
            step.undoneBy()
                + ", which is to undo "
                + step.reaction()
                + ", is no compensation of its service");
  }

  private static boolean answersNobody(Kind kind) {
    return switch (kind) {
      case AFTERMATH, NEWS, DONE, UNDONE -> true;
      case FORWARD, PIVOT, ARBITRATION, COMPENSATION -> false;
    };
  }

  private static boolean beforePivot(SagaStep step, List<SagaStep> steps) {
    List<Kind> kinds = steps.stream().map(SagaStep::kind).toList();
    return steps.indexOf(step) < kinds.indexOf(Kind.PIVOT);
  }
}
