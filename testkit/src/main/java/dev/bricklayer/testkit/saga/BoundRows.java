package dev.bricklayer.testkit.saga;

import dev.bricklayer.contracts.Sagas;
import dev.bricklayer.contracts.saga.SagaMap;
import dev.bricklayer.contracts.saga.Service;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Binds the rows of the maps to the reaction classes of a service. */
public final class BoundRows {

  private BoundRows() {}

  /**
   * A reaction as it stands in the code.
   *
   * @param name its simple class name
   */
  public record BoundReaction(String name, Class<?> reactsTo) {

    @Override
    public String toString() {
      return name + " on " + reactsTo.getSimpleName();
    }
  }

  /**
   * Checks that each of the service's rows has exactly one reaction, of the row's name and to the
   * row's message, and that no reaction to a saga's message is without its row.
   *
   * @param reactions all reactions of the service; those to messages of no saga are left out
   */
  public static void check(Service service, Collection<BoundReaction> reactions) {
    check(Sagas.ALL, service, reactions);
  }

  static void check(List<SagaMap> maps, Service service, Collection<BoundReaction> reactions) {
    Set<Class<?>> sagaMessages =
        maps.stream().flatMap(map -> map.messages().stream()).collect(Collectors.toSet());
    List<String> bound =
        reactions.stream()
            .filter(reaction -> sagaMessages.contains(reaction.reactsTo()))
            .map(BoundReaction::toString)
            .sorted()
            .toList();
    List<String> rows =
        List.copyOf(
            maps.stream()
                .flatMap(map -> map.stepsOf(service).stream())
                .map(step -> new BoundReaction(step.reaction(), step.reactsTo()).toString())
                .collect(Collectors.toCollection(TreeSet::new)));
    if (!bound.equals(rows)) {
      throw new AssertionError(
          "the maps' rows of %s are%n  %s%nbut its reactions are%n  %s"
              .formatted(service, String.join("\n  ", rows), String.join("\n  ", bound)));
    }
  }
}
