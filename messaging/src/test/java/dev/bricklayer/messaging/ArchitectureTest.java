package dev.bricklayer.messaging;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import dev.bricklayer.testkit.SettableClock;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** As if published alone: it sees nothing of Bricklayer, and shows only what services need. */
class ArchitectureTest {

  private static final Set<String> API =
      Set.of(
          "Attempt",
          "CallingReaction",
          "DeadLetter",
          "DeadLetterWatcher",
          "DeadLetters",
          "Intent",
          "LastWrites",
          "MessageCatalog",
          "MessagingReadiness",
          "Observer",
          "Outbox",
          "Outgoing",
          "Reaction",
          "Received",
          "RepeatableReaction",
          "SagaRef",
          "UnreadableMessageException");

  private static final ArchRule SEES_NOTHING_OF_BRICKLAYER =
      noClasses()
          .should()
          .dependOnClassesThat(
              DescribedPredicate.describe(
                  "belong to another module of Bricklayer", ArchitectureTest::isForeign));

  private static boolean isForeign(JavaClass seen) {
    return seen.getPackageName().startsWith("dev.bricklayer")
        && !seen.getPackageName().equals(ArchitectureTest.class.getPackageName());
  }

  private final JavaClasses messaging =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.bricklayer.messaging");

  @Test
  void seesNothingOfBricklayer() {
    assertThat(messaging).isNotEmpty();
    SEES_NOTHING_OF_BRICKLAYER.check(messaging);
  }

  @Test
  void theRuleFindsAGuiltyClass() {
    JavaClasses guilty = new ClassFileImporter().importClasses(Guilty.class);

    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> SEES_NOTHING_OF_BRICKLAYER.check(guilty))
        .withMessageContaining("SettableClock");
  }

  static final class Guilty {
    SettableClock clock;
  }

  @Test
  void showsOnlyWhatServicesNeed() {
    assertThat(
            messaging.stream()
                .filter(
                    type ->
                        type.isTopLevelClass() && type.getModifiers().toString().contains("PUBLIC"))
                .map(JavaClass::getSimpleName)
                .collect(Collectors.toSet()))
        .isEqualTo(API);
  }
}
