package dev.bricklayer.systemtests.sagas;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.bricklayer.contracts.Sagas;
import dev.bricklayer.contracts.saga.SagaMap;
import dev.bricklayer.contracts.saga.SagaStep;
import dev.bricklayer.messaging.CallingReaction;
import dev.bricklayer.messaging.Reaction;
import dev.bricklayer.messaging.RepeatableReaction;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each saga's map and the reaction classes of the services say the same. */
class MapBindingTest {

  private static final List<Class<?>> CONTRACTS =
      List.of(Reaction.class, RepeatableReaction.class, CallingReaction.class);

  private static final List<Bound> REACTIONS =
      new ClassFileImporter()
              .withImportOption(new ImportOption.DoNotIncludeTests())
              .importPackages("dev.bricklayer")
              .that(DescribedPredicate.describe("reactions", MapBindingTest::isReaction))
              .stream()
              .map(type -> bound(type.reflect()))
              .toList();

  static List<SagaMap> sagas() {
    return Sagas.ALL;
  }

  @ParameterizedTest
  @MethodSource("sagas")
  void everyRowIsOneReactionAndEveryReactionIsARow(SagaMap saga) {
    Set<Bound> rows = saga.steps().stream().map(MapBindingTest::bound).collect(Collectors.toSet());

    assertThat(REACTIONS.stream().filter(reaction -> saga.messages().contains(reaction.message())))
        .hasSameSizeAs(rows)
        .containsExactlyInAnyOrderElementsOf(rows);
  }

  private static boolean isReaction(JavaClass type) {
    return !type.isInterface() && CONTRACTS.stream().anyMatch(type::isAssignableTo);
  }

  private static Bound bound(SagaStep step) {
    return new Bound(
        step.service().name().toLowerCase(Locale.ROOT),
        step.reaction(),
        step.reactsTo(),
        step.callsOutside());
  }

  private static Bound bound(Class<?> reaction) {
    ParameterizedType contract =
        Arrays.stream(reaction.getGenericInterfaces())
            .filter(ParameterizedType.class::isInstance)
            .map(ParameterizedType.class::cast)
            .filter(type -> isContract(type.getRawType()))
            .findFirst()
            .orElseThrow(() -> new AssertionError(reaction + " hides what it reacts to"));
    return new Bound(
        reaction.getPackageName().split("\\.")[2],
        reaction.getSimpleName(),
        (Class<?>) contract.getActualTypeArguments()[0],
        contract.getRawType() == CallingReaction.class);
  }

  private static boolean isContract(Type type) {
    return CONTRACTS.stream().anyMatch(contract -> contract == type);
  }

  private record Bound(String service, String reaction, Class<?> message, boolean callsOutside) {}
}
