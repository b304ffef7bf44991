package dev.bricklayer.systemtests.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.PropertiesPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * The pages in {@code docs/reference/} say what the code says. To renew them: {@code ./mvnw -pl
 * system-tests -am test -Dtest=ReferencePagesTest -Drenew.pages=true}.
 */
class ReferencePagesTest {

  private static final Path PAGES = Path.of("../docs/reference");

  @Test
  void thePageOfSettingsIsFresh() throws IOException {
    assertFresh("settings.md", new SettingsPage().text());
  }

  @Test
  void thePageOfTopicsIsFresh() throws IOException {
    assertFresh("topics.md", new TopicsPage().text());
  }

  @Test
  void everyVariableReachesItsSetting() {
    List<Setting> settings = new SettingsPage().settings();

    assertThat(settings).hasSizeGreaterThan(60);
    assertThat(settings).allMatch(ReferencePagesTest::isReached);
  }

  @Test
  void everySettingSaysWhatItMeans() {
    assertThat(new SettingsPage().settings()).noneMatch(setting -> setting.meaning().isBlank());
  }

  private static boolean isReached(Setting setting) {
    StandardEnvironment environment = new StandardEnvironment();
    String source = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
    environment
        .getPropertySources()
        .replace(
            source,
            new SystemEnvironmentPropertySource(source, Map.of(setting.variable(), "as given")));
    environment
        .getPropertySources()
        .addLast(new PropertiesPropertySource("its file", DeclaredSettings.file(setting.module())));
    ConfigurationPropertySources.attach(environment);
    return Binder.get(environment)
        .bind(setting.property(), String.class)
        .orElse("")
        .equals("as given");
  }

  private static void assertFresh(String name, String text) throws IOException {
    Path page = PAGES.resolve(name);
    if (Boolean.getBoolean("renew.pages")) {
      Files.createDirectories(PAGES);
      Files.writeString(page, text);
    }
    assertThat(page)
        .as(
            "renew it: ./mvnw -pl system-tests -am test -Dtest=ReferencePagesTest"
                + " -Drenew.pages=true")
        .hasContent(text);
  }
}
