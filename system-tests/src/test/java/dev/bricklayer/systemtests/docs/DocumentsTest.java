package dev.bricklayer.systemtests.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documents point at is there. */
class DocumentsTest {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)(#[^)]*)?\\)");
  private static final Pattern TEST = Pattern.compile("`(\\w+Test)#(\\w+)`");

  @Test
  void everyLinkLeadsToAFile() {
    List<String> broken =
        documents().stream()
            .flatMap(
                document ->
                    matches(LINK, document)
                        .map(link -> link.group(1))
                        .filter(target -> !target.matches("[a-z]+:.*"))
                        .filter(target -> !Files.exists(document.resolveSibling(target)))
                        .map(target -> ROOT.relativize(document) + " → " + target))
            .toList();

    assertThat(documents()).hasSizeGreaterThan(10);
    assertThat(broken).isEmpty();
  }

  @Test
  void everyPromiseNamesTestsThatExist() {
    Path guarantees = ROOT.resolve("docs/guarantees.md");
    List<MatchResult> named = matches(TEST, guarantees).toList();
    List<String> missing =
        named.stream()
            .filter(test -> !declares(test.group(1), test.group(2)))
            .map(test -> test.group(1) + "#" + test.group(2))
            .toList();

    assertThat(named).hasSizeGreaterThan(15);
    assertThat(missing).isEmpty();
  }

  @Test
  void theReadmeStaysShort() throws IOException {
    assertThat(Files.readAllLines(ROOT.resolve("README.md"))).hasSizeLessThanOrEqualTo(150);
  }

  private static boolean declares(String testClass, String method) {
    return sources().stream()
        .filter(path -> path.endsWith(testClass + ".java"))
        .anyMatch(path -> read(path).contains(" " + method + "("));
  }

  private static Stream<MatchResult> matches(Pattern pattern, Path document) {
    return pattern.matcher(read(document)).results();
  }

  private static List<Path> documents() {
    return files(path -> path.toString().endsWith(".md"));
  }

  private static List<Path> sources() {
    return files(path -> path.toString().endsWith("Test.java"));
  }

  private static List<Path> files(java.util.function.Predicate<Path> wanted) {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files
          .filter(
              path -> !ROOT.relativize(path).toString().matches("(.*/)?(target|\\.git|data)(/.*)?"))
          .filter(wanted)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
