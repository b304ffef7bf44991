package dev.bricklayer.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bricklayer.embedded.DatabaseAccess;
import dev.bricklayer.testkit.TestBroker;
import dev.bricklayer.testkit.TestDatabase;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A service is the same in this process, beside all others and their jars, as it is alone: Spring
 * has made the same beans.
 */
class EmbeddedAsAloneTest {

  @TempDir private Path directory;

  @ParameterizedTest
  @EnumSource
  void theSameBeansAreMade(ServiceName service) throws Exception {
    assertThat(beansEmbedded(settings(service)))
        .isEqualTo(beansAlone(settings(service)))
        .hasSizeGreaterThan(50);
  }

  /** So that the test above can fail. */
  @Test
  void withoutItsViewOfTheClassPathItWouldHaveBeansOfOthers() throws Exception {
    ServiceSettings settings = settings(ServiceName.STORAGE);
    try (var unguarded =
        ServiceInThisProcess.start(settings, EmbeddedAsAloneTest.class.getClassLoader())) {
      assertThat(List.of(unguarded.context().getBeanDefinitionNames()))
          .contains("springSecurityFilterChain");
    }
    assertThat(beansEmbedded(settings)).doesNotContain("springSecurityFilterChain");
  }

  private Set<String> beansEmbedded(ServiceSettings settings) {
    try (ServiceInThisProcess embedded = ServiceInThisProcess.start(settings)) {
      return new TreeSet<>(List.of(embedded.context().getBeanDefinitionNames()));
    }
  }

  /** In a JVM that has the service's own jars and the class that prints. */
  private Set<String> beansAlone(ServiceSettings settings) throws Exception {
    String classPath =
        Stream.concat(ServiceClassPath.of(settings.service()).stream(), Stream.of(home()))
            .map(Path::toString)
            .collect(Collectors.joining(File.pathSeparator));
    ProcessBuilder alone =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath,
                PrintsBeans.class.getName(),
                settings.service().mainClass().getName())
            .redirectErrorStream(true);
    alone.environment().putAll(settings.environment());
    List<String> printed = alone.start().inputReader().lines().toList();
    Set<String> beans =
        printed.stream()
            .filter(line -> line.startsWith(PrintsBeans.MARK))
            .map(line -> line.substring(PrintsBeans.MARK.length()))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(beans).as("beans in what it printed: %s", printed).isNotEmpty();
    return beans;
  }

  private static Path home() throws URISyntaxException {
    return Path.of(PrintsBeans.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  private ServiceSettings settings(ServiceName service) throws Exception {
    UpOptions options =
        new UpOptions(
            directory,
            false,
            Optional.empty(),
            Optional.empty(),
            UpOptions.LOOPBACK,
            false,
            "11.6",
            new Ports(0, 0, 0, 0, 0, 0, 0, 0, 0));
    DatabaseAccess database = TestDatabase.fresh(service.text());
    Secrets secrets = Secrets.in(directory.resolve("secrets"));
    return ServiceSettings.of(
        service,
        options,
        database,
        TestBroker.bootstrapServers(),
        secrets,
        RegistrationSettings.of(options, Map.of(), secrets),
        MattermostTokens.ofEnvironment(Map.of()));
  }
}
