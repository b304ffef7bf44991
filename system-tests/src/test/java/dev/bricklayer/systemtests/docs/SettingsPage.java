package dev.bricklayer.systemtests.docs;

import static java.util.stream.Collectors.joining;

import dev.bricklayer.contracts.saga.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;

/** The page of all settings, made from the code and from nothing else. */
final class SettingsPage {

  private final DeclaredSettings declared = new DeclaredSettings();

  /** Every setting that the page names. */
  List<Setting> settings() {
    return Stream.concat(
            Stream.of("chassis", "messaging", "problems"),
            Arrays.stream(Service.values()).map(SettingsPage::word))
        .flatMap(module -> declared.of(module).stream())
        .toList();
  }

  /** The page in Markdown. */
  String text() {
    return """
    # Settings

    Generated from the records of settings, their Javadoc and the files with the defaults; a test keeps page and code the same.

    A service that runs alone takes its settings from the environment. **needed** says that it does not start without. Durations
    are written like `250ms`, `30s`, `5m`, `12h` or `7d`, sizes like `256KB`. Whatever else Spring Boot can be told, it can be told
    here, too: `SERVER_ADDRESS`, for instance, is the address on which a service listens; where it is absent, on all.

    `./bricklayer up` gives its services what they need.

    ## Every service

    %s

    ### Messages

    %s

    ## user and bff: their REST calls

    %s
    %s
    ## What services set in Spring Boot

    From `chassis.properties`, the same for each of them; the environment wins over it.

    ```properties
    %s
    ```
    """
        .formatted(
            table("chassis"),
            table("messaging"),
            table("problems"),
            Arrays.stream(Service.values()).map(this::section).collect(joining()),
            chassisProperties());
  }

  private String section(Service service) {
    return "\n## %s\n\n%s\n".formatted(word(service), table(word(service)));
  }

  private String table(String module) {
    return Stream.concat(
            Stream.of("| variable | otherwise | meaning | property |", "|---|---|---|---|"),
            declared.of(module).stream().map(SettingsPage::row))
        .collect(joining("\n"));
  }

  private static String row(Setting setting) {
    String more = setting.type().startsWith("java.util.Map") ? "_…" : "";
    return "| `%s%s` | %s | %s | `%s` |"
        .formatted(
            setting.variable(), more, setting.otherwise(), setting.meaning(), setting.property());
  }

  private static String chassisProperties() {
    try {
      return new ClassPathResource("chassis.properties")
          .getContentAsString(StandardCharsets.UTF_8)
          .strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String word(Service service) {
    return service.name().toLowerCase(Locale.ROOT);
  }
}
