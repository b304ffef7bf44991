package dev.bricklayer.systemtests.docs;

import dev.bricklayer.contracts.Message;
import dev.bricklayer.messaging.CallingReaction;
import dev.bricklayer.messaging.Observer;
import dev.bricklayer.messaging.Reaction;
import dev.bricklayer.messaging.RepeatableReaction;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.ResolvableType;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

/** Who hears which message: the classes of the services that implement messaging's contracts. */
final class Listeners {

  private static final List<Class<?>> CONTRACTS =
      List.of(Reaction.class, RepeatableReaction.class, CallingReaction.class, Observer.class);

  private final List<Class<?>> classes;

  Listeners() {
    var scanner = new ClassPathScanningCandidateComponentProvider(false);
    CONTRACTS.forEach(contract -> scanner.addIncludeFilter(new AssignableTypeFilter(contract)));
    classes =
        scanner.findCandidateComponents("dev.bricklayer").stream()
            .<Class<?>>map(
                found ->
                    ClassUtils.resolveClassName(
                        Objects.requireNonNull(found.getBeanClassName()), null))
            .sorted(Comparator.comparing(Class::getName))
            .toList();
  }

  /** The classes that hear a message, by name. */
  List<Class<?>> of(Class<? extends Message> message) {
    return classes.stream().filter(type -> heardBy(type).anyMatch(message::equals)).toList();
  }

  /** Whether each copy of the service hears it, instead of one. */
  static boolean isObserver(Class<?> listener) {
    return Observer.class.isAssignableFrom(listener);
  }

  private static Stream<Class<?>> heardBy(Class<?> listener) {
    return CONTRACTS.stream()
        .filter(contract -> contract.isAssignableFrom(listener))
        .map(contract -> ResolvableType.forClass(listener).as(contract).resolveGeneric(0));
  }
}
