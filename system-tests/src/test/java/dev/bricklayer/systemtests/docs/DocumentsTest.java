package dev.bricklayer.systemtests.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the documents point at is there. */
class DocumentsTest {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern LINK =
      Pattern.compile("\\]\\((?![a-z]+:)(?<file>[^)#\\s]*)(#(?<heading>[^)\\s]*))?\\)");
  private static final Pattern CODE =
      Pattern.compile("^```.*?^```$", Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern HEADING = Pattern.compile("^#+ (.+)$", Pattern.MULTILINE);
  private static final Pattern TEST = Pattern.compile("`(\\w+Test#\\w+)`");
  private static final Pattern DECLARATION =
      Pattern.compile("(?:void|Stream<DynamicTest>) (\\w+)\\(");

  @Test
  void everyLinkLeadsToAFile() {
    assertThat(documents()).hasSizeGreaterThan(10);
    assertThat(links()).filteredOn(link -> !Files.exists(link.target())).isEmpty();
  }

  @Test
  void everyLinkToAPartOfAPageLeadsToAHeading() {
    List<Link> links = links().stream().filter(link -> link.heading() != null).toList();

    assertThat(links).hasSizeGreaterThan(5);
    assertThat(links)
        .filteredOn(link -> !anchors(link.target()).contains(link.heading()))
        .isEmpty();
  }

  @Test
  void everyPromiseNamesTestsThatExist() {
    List<String> named =
        matches(TEST, ROOT.resolve("docs/guarantees.md")).map(test -> test.group(1)).toList();
    Set<String> declared = declared();

    assertThat(named).hasSizeGreaterThan(15);
    assertThat(named).filteredOn(test -> !declared.contains(test)).isEmpty();
  }

  @Test
  void theReadmeStaysShort() throws IOException {
    assertThat(Files.readAllLines(ROOT.resolve("README.md"))).hasSizeLessThanOrEqualTo(150);
  }

  /** The tests that sources declare, as class and method. */
  private static Set<String> declared() {
    return sources().stream()
        .flatMap(
            source -> matches(DECLARATION, source).map(test -> name(source) + "#" + test.group(1)))
        .collect(Collectors.toSet());
  }

  private static String name(Path source) {
    return source.getFileName().toString().replace(".java", "");
  }

  private static List<Link> links() {
    return documents().stream()
        .flatMap(document -> matches(LINK, document).map(found -> Link.in(document, found)))
        .toList();
  }

  private record Link(Path document, Path target, @Nullable String heading) {

    static Link in(Path document, MatchResult found) {
      String file = found.group("file");
      return new Link(
          document,
          file.isEmpty() ? document : document.resolveSibling(file),
          found.group("heading"));
    }
  }

  /** What GitHub makes of a page's headings. */
  private static List<String> anchors(Path page) {
    String prose = CODE.matcher(read(page)).replaceAll("");
    return HEADING.matcher(prose).results().map(heading -> anchor(heading.group(1))).toList();
  }

  private static String anchor(String heading) {
    return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}_ -]", "").replace(' ', '-');
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
