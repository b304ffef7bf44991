package dev.bricklayer.systemtests.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What must not drift, as rules over the packages below a root: the project's own root, and the
 * root of the guilty examples that prove that each rule bites.
 */
final class ArchitectureRules {

  private static final List<String> SERVICES =
      List.of("user", "constructor", "storage", "engine", "bff");

  /** Calls, as ArchUnit writes them: {@code java.time.Instant.now()}. */
  private static final Pattern ANSWERS_OF_THE_WORLD =
      Pattern.compile(
          """
          java\\.time\\.\\w+\\.now\\((java\\.time\\.ZoneId)?\\)\
          |java\\.time\\.(Clock|InstantSource)\\.(system|tick[A-Z]).*\
          |java\\.lang\\.System\\.currentTimeMillis\\(\\)\
          |java\\.util\\.Date\\.<init>\\(\\)\
          |java\\.util\\.UUID\\.randomUUID\\(\\)\
          |java\\.util\\.Random\\.<init>\\(\\)\
          |java\\.lang\\.Math\\.random\\(\\)\
          |java\\.util\\.random\\.RandomGenerator\\.(getDefault|of)\\(.*\
          |java\\.util\\.concurrent\\.ThreadLocalRandom\\.current\\(\\)""");

  private final String root;

  ArchitectureRules(String root) {
    this.root = root;
  }

  Map<String, ArchRule> all() {
    return Map.ofEntries(
        Map.entry("plainModulesKnowNoSpring", plainModulesKnowNoSpring()),
        Map.entry("messagingKnowsNoContract", messagingKnowsNoContract()),
        Map.entry("noServiceSeesAnother", noServiceSeesAnother()),
        Map.entry("noServiceKnowsWhatItIsTestedWith", noServiceKnowsWhatItIsTestedWith()),
        Map.entry("onlyConstructorAndEngineOpenTokens", onlyConstructorAndEngineOpenTokens()),
        Map.entry(
            "tokensAreSealedWhereTheyArriveOrAreMade", tokensAreSealedWhereTheyArriveOrAreMade()),
        Map.entry("whatTalksToTheWorldIsPackagePrivate", whatTalksToTheWorldIsPackagePrivate()),
        Map.entry("timeIdsAndChanceComeFromOutside", timeIdsAndChanceComeFromOutside()),
        Map.entry("decisionsTouchNothing", decisionsTouchNothing()),
        Map.entry("namesSayWhatAThingDoes", namesSayWhatAThingDoes()),
        Map.entry("featuresHaveNoCycles", featuresHaveNoCycles()));
  }

  private ArchRule plainModulesKnowNoSpring() {
    return noClasses()
        .that()
        .resideInAnyPackage(in("contracts"), in("schedule"), in("sealing"), in("mattermost"))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.springframework..");
  }

  private ArchRule messagingKnowsNoContract() {
    return noClasses()
        .that()
        .resideInAPackage(in("messaging"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            Stream.concat(Stream.of(in("contracts")), services()).toArray(String[]::new));
  }

  private ArchRule noServiceSeesAnother() {
    return slices()
        .matching(root + ".(*)..")
        .namingSlices("$1")
        .should()
        .notDependOnEachOther()
        .ignoreDependency(DescribedPredicate.not(aService()), DescribedPredicate.alwaysTrue())
        .ignoreDependency(DescribedPredicate.alwaysTrue(), DescribedPredicate.not(aService()));
  }

  private ArchRule noServiceKnowsWhatItIsTestedWith() {
    return noClasses()
        .that(aService())
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(in("simulator"), in("testkit"), in("embedded"), in("sandbox"));
  }

  private ArchRule onlyConstructorAndEngineOpenTokens() {
    return noClasses()
        .that()
        .resideOutsideOfPackages(in("constructor"), in("engine"), in("sealing"))
        .should()
        .dependOnClassesThat()
        .haveSimpleName("TokenOpener");
  }

  private ArchRule tokensAreSealedWhereTheyArriveOrAreMade() {
    return noClasses()
        .that()
        .resideOutsideOfPackages(in("bff"), in("constructor"), in("sealing"), in("benchmarks"))
        .should()
        .dependOnClassesThat()
        .haveSimpleName("TokenSealer");
  }

  private ArchRule whatTalksToTheWorldIsPackagePrivate() {
    return classes()
        .that(aService())
        .and()
        .haveNameMatching(".*(Repository|Controller|Configuration|[a-z]On[A-Z][A-Za-z]+)")
        .should()
        .notBePublic();
  }

  /**
   * A configuration says where they come from. DatabaseClock compares the machine's clocks with
   * each other: it is where time comes from. Messaging's Backoff scatters what failed together.
   */
  private ArchRule timeIdsAndChanceComeFromOutside() {
    return noClasses()
        .that(aService().or(resideInAnyPackage(in("contracts"), in("schedule"), in("messaging"))))
        .and()
        .haveNameNotMatching(".*(Configuration|\\.DatabaseClock|messaging\\.Backoff)")
        .should()
        .accessTargetWhere(asksTheWorld());
  }

  private static DescribedPredicate<JavaAccess<?>> asksTheWorld() {
    return DescribedPredicate.describe(
        "asks for time, an id or chance",
        access -> ANSWERS_OF_THE_WORLD.matcher(access.getTarget().getFullName()).matches());
  }

  /** {@code CreateBotInEngine}: a saga's decisions in a service. */
  private ArchRule decisionsTouchNothing() {
    return noClasses()
        .that()
        .haveNameMatching(".*\\.[A-Z][a-z]+(Bot|Job|Credentials|User)In[A-Z][A-Za-z]+")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.springframework..",
            "java.sql..",
            "javax.sql..",
            "java.net..",
            "org.apache.kafka..",
            in("messaging"),
            in("mattermost"));
  }

  private ArchRule namesSayWhatAThingDoes() {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .should()
        .haveNameMatching(".*(Manager|Processor|Helper|Utils?|Impl|Data|Info|Event|Dto)");
  }

  private ArchRule featuresHaveNoCycles() {
    return slices().matching(root + ".(*).(*)..").should().beFreeOfCycles();
  }

  private DescribedPredicate<JavaClass> aService() {
    return resideInAnyPackage(services().toArray(String[]::new)).as("a service's");
  }

  private Stream<String> services() {
    return SERVICES.stream().map(this::in);
  }

  private String in(String module) {
    return root + "." + module + "..";
  }
}
