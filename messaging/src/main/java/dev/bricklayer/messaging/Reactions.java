package dev.bricklayer.messaging;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The reactions of a service, by the type of message. */
final class Reactions {

  private final Map<String, ReactionBinding<?>> byType = new HashMap<>();
  private final Set<String> topics;

  /**
   * Checks and keeps them.
   *
   * @throws IllegalStateException when two react to one kind of message
   * @throws IllegalArgumentException when a message is not in the catalogue
   */
  Reactions(MessageCatalog catalog, Collection<ReactionBinding<?>> bindings) {
    for (ReactionBinding<?> binding : bindings) {
      ReactionBinding<?> other = byType.put(catalog.typeOf(binding.reactsTo()), binding);
      if (other != null) {
        throw new IllegalStateException(
            "%s and %s both react to %s; a service has one reaction per kind of message: its inbox"
                    .formatted(other.name(), binding.name(), binding.reactsTo().getSimpleName())
                + " knows a message, not a reaction");
      }
    }
    topics =
        bindings.stream()
            .map(binding -> catalog.topicOf(binding.reactsTo()).name())
            .collect(Collectors.toUnmodifiableSet());
  }

  /** The reaction to this type; empty when the service has none. */
  Optional<ReactionBinding<?>> to(String type) {
    return Optional.ofNullable(byType.get(type));
  }

  /** The classes of messages that something is reacted to. */
  Set<Class<?>> types() {
    return byType.values().stream()
        .<Class<?>>map(ReactionBinding::reactsTo)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The topics that something is reacted to. */
  Set<String> topics() {
    return topics;
  }
}
