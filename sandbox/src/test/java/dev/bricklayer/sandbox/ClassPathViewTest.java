package dev.bricklayer.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bricklayer.embedded.PostgresServer;
import dev.bricklayer.sealing.SealingKeys;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;

class ClassPathViewTest {

  private final ClassPathView view =
      new ClassPathView(
          "test",
          Set.of(home(SealingKeys.class), home(Logger.class)),
          ClassPathViewTest.class.getClassLoader());

  @Test
  void classesOfVisibleJarsAreThoseOfTheProcess() throws Exception {
    assertThat(view.loadClass(SealingKeys.class.getName())).isSameAs(SealingKeys.class);
    assertThat(view.loadClass(Logger.class.getName())).isSameAs(Logger.class);
    assertThat(view.loadClass("java.sql.Connection")).isSameAs(java.sql.Connection.class);
  }

  @Test
  void otherClassesAreNotThere() {
    assertThatThrownBy(() -> view.loadClass(PostgresServer.class.getName()))
        .isInstanceOf(ClassNotFoundException.class)
        .hasMessageContaining("not on the class path of test");
  }

  @Test
  void resourcesOfOtherJarsAreNotThere() throws Exception {
    assertThat(view.getResource(resource(SealingKeys.class))).isNotNull();
    assertThat(view.getResource(resource(PostgresServer.class))).isNull();
    assertThat(Collections.list(view.getResources("META-INF/MANIFEST.MF")))
        .allMatch(
            url -> url.toString().contains("slf4j-api") || url.toString().contains("sealing"));
  }

  private static String resource(Class<?> type) {
    return type.getName().replace('.', '/') + ".class";
  }

  private static Path home(Class<?> type) {
    return Path.of(
        java.net.URI.create(type.getProtectionDomain().getCodeSource().getLocation().toString()));
  }
}
