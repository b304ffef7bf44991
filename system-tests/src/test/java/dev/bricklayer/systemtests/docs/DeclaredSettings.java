package dev.bricklayer.systemtests.docs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every setting, as the code has it: the records of settings with their Javadoc, which the
 * configuration processor writes down at each build, and the files in which services keep defaults.
 */
final class DeclaredSettings {

  private static final String OURS = "bricklayer.";
  private static final String CHASSIS = "chassis";

  /** A default that the environment replaces under a shorter name: {@code ${bricklayer.x:y}}. */
  private static final Pattern SHORTCUT =
      Pattern.compile("\\$\\{(" + Pattern.quote(OURS) + "[a-z.-]+)(?::([^}]*))?}");

  private final List<Declared> declared = declared();
  private final Map<String, Declared> byName =
      declared.stream()
          .collect(Collectors.toMap(Declared::name, Function.identity(), (one, _) -> one));

  /** What a module's code declares, and what of others' its file opens to the environment. */
  List<Setting> of(String module) {
    Properties file = file(module);
    List<Declared> own = declared.stream().filter(one -> module.equals(one.module())).toList();
    return Stream.concat(
            file.keySet().stream()
                .map(String::valueOf)
                .filter(name -> isOpened(name, file.getProperty(name)))
                .sorted()
                .map(this::declaredAs)
                .filter(one -> !own.contains(one)),
            own.stream())
        .map(one -> setting(module, one, file))
        .toList();
  }

  private Declared declaredAs(String name) {
    Declared one = byName.get(name);
    if (one == null) {
      throw new IllegalStateException(name + " is set, and nothing on the class path reads it");
    }
    return one;
  }

  /** The defaults that a module keeps in a file; none where it has no file. */
  static Properties file(String module) {
    ClassPathResource yaml = new ClassPathResource("bricklayer-" + module + ".yaml");
    if (module.equals(CHASSIS)) {
      return read(new ClassPathResource("chassis.properties"));
    }
    if (!yaml.exists()) {
      return new Properties();
    }
    YamlPropertiesFactoryBean reader = new YamlPropertiesFactoryBean();
    reader.setResources(yaml);
    return reader.getObject();
  }

  private static boolean isOpened(String name, String value) {
    return name.equals("server.port") || SHORTCUT.matcher(value).matches();
  }

  private static Setting setting(String module, Declared declared, Properties file) {
    String value = file.getProperty(declared.name(), declared.defaultText());
    Matcher shortcut = SHORTCUT.matcher(value == null ? "" : value);
    boolean whole = shortcut.matches();
    return new Setting(
        module,
        declared.name(),
        declared.type(),
        whole ? variableOfShortcut(shortcut.group(1)) : variable(declared.name()),
        whole ? otherwise(shortcut.group(2), false) : otherwise(value, declared.mayBeAbsent()),
        markdown(declared.description()));
  }

  private static String otherwise(@Nullable String value, boolean mayBeAbsent) {
    if (value == null) {
      return mayBeAbsent ? "–" : "**needed**";
    }
    String named = SHORTCUT.matcher(value).replaceAll(DeclaredSettings::withVariable);
    return named.isEmpty() ? "–" : "`" + named + "`";
  }

  private static String withVariable(MatchResult shortcut) {
    String variable = "${" + variableOfShortcut(shortcut.group(1)) + ":" + shortcut.group(2) + "}";
    return Matcher.quoteReplacement(variable);
  }

  /** Spring Boot's rule: upper case, dots become underscores, dashes go. */
  private static String variable(String property) {
    return property.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
  }

  /** Spring's rule for placeholders: upper case, dots and dashes become underscores. */
  private static String variableOfShortcut(String property) {
    return property.replace('-', '_').replace('.', '_').toUpperCase(Locale.ROOT);
  }

  private static String markdown(@Nullable String javadoc) {
    return (javadoc == null ? "" : javadoc)
        .replaceAll("\\{@code ([^}]*)}", "`$1`")
        .replaceAll("\\{@link (?:\\w+#)?([^}]*)}", "`$1`")
        .replace("|", "\\|")
        .replaceFirst("\\.$", "");
  }

  private static List<Declared> declared() {
    try {
      return Collections.list(
              DeclaredSettings.class
                  .getClassLoader()
                  .getResources("META-INF/spring-configuration-metadata.json"))
          .stream()
          .flatMap(DeclaredSettings::declaredIn)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Declared> declaredIn(URL metadata) {
    try (InputStream json = metadata.openStream()) {
      return JsonMapper.shared().readValue(json, Metadata.class).properties().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Properties read(ClassPathResource properties) {
    try {
      return PropertiesLoaderUtils.loadProperties(properties);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record Metadata(List<Declared> properties) {}

  /** A property in the words of the configuration processor. */
  private record Declared(
      String name,
      String type,
      @Nullable String description,
      @Nullable String sourceType,
      @Nullable Object defaultValue) {

    /** The third part of its class's package; empty for what is Spring's. */
    String module() {
      return name.startsWith(OURS) && sourceType != null ? sourceType.split("\\.", -1)[2] : "";
    }

    @Nullable String defaultText() {
      return defaultValue == null ? null : defaultValue.toString();
    }

    /** Whether its record takes it as {@code @Nullable}, or as a collection that may be empty. */
    boolean mayBeAbsent() {
      return type.startsWith("java.util.") || (name.startsWith(OURS) && isNullable());
    }

    private boolean isNullable() {
      return Arrays.stream(settings().getRecordComponents())
          .filter(one -> name.endsWith("." + DataObjectPropertyName.toDashedForm(one.getName())))
          .anyMatch(one -> one.getAnnotatedType().isAnnotationPresent(Nullable.class));
    }

    private Class<?> settings() {
      try {
        return Class.forName(sourceType);
      } catch (ClassNotFoundException e) {
        throw new IllegalStateException(name + " comes from a class that is not there", e);
      }
    }
  }
}
