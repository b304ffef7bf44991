package dev.bricklayer.systemtests.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {

  private static final String GUILTY = "dev.bricklayer.systemtests.architecture.guilty";

  private static final JavaClasses BRICKLAYER =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.bricklayer");
  private static final JavaClasses GUILTY_EXAMPLES = new ClassFileImporter().importPackages(GUILTY);

  @TestFactory
  Stream<DynamicTest> bricklayerKeepsTheRule() {
    return new ArchitectureRules("dev.bricklayer")
        .all().entrySet().stream()
            .map(rule -> dynamicTest(rule.getKey(), () -> rule.getValue().check(BRICKLAYER)));
  }

  @TestFactory
  Stream<DynamicTest> theRuleFindsItsGuiltyExample() {
    return new ArchitectureRules(GUILTY)
        .all().entrySet().stream()
            .map(
                rule ->
                    dynamicTest(
                        rule.getKey(),
                        () ->
                            assertThat(rule.getValue().evaluate(GUILTY_EXAMPLES).hasViolation())
                                .as("the guilty example of " + rule.getKey() + " is found")
                                .isTrue()));
  }

  @Test
  void everyWayToAskTheWorldIsFound() throws Exception {
    ArchRule rule = new ArchitectureRules(GUILTY).all().get("timeIdsAndChanceComeFromOutside");
    String found =
        String.join("\n", rule.evaluate(GUILTY_EXAMPLES).getFailureReport().getDetails());

    assertThat(Class.forName(GUILTY + ".storage.AskingTheWorld").getDeclaredMethods())
        .extracting(Method::getName)
        .allSatisfy(way -> assertThat(found).contains("AskingTheWorld." + way + "()"));
  }

  @Test
  void everyServiceIsThere() {
    assertThat(
            Stream.of("user", "constructor", "storage", "engine", "bff")
                .filter(service -> !BRICKLAYER.containPackage("dev.bricklayer." + service)))
        .as("services without a class: the rules would be green over nothing")
        .isEmpty();
  }

  @Test
  void everyPackageSaysWhereNullIsAllowed() {
    List<String> unmarked =
        BRICKLAYER.stream()
            .map(type -> type.getPackage())
            .distinct()
            .filter(type -> !type.isAnnotatedWith(NullMarked.class))
            .map(JavaPackage::getName)
            .toList();

    assertThat(unmarked).isEmpty();
  }
}
