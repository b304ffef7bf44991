package dev.bricklayer.systemtests.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which JDK the launcher takes, on a machine that is played by a folder. */
class FindJdkTest {

  @TempDir private Path machine;
  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void startWithoutAJdk() throws IOException {
    // A javac that belongs to no JDK hides this machine's.
    executable("bin/javac");
    environment.put("PATH", machine.resolve("bin") + ":" + System.getenv("PATH"));
  }

  @Test
  void saysWhatToInstallWhereThereIsNone() throws Exception {
    jdk("usr/lib/jvm/java-17", "17.0.19");

    assertThat(found()).contains("needs a JDK 25").contains("install one");
  }

  @Test
  void takesTheLowestThatFits() throws Exception {
    jdk("usr/lib/jvm/java-17", "17.0.19");
    jdk("usr/lib/jvm/java-26", "26");
    Path lowest = jdk("usr/lib/jvm/temurin-25", "25.0.3");

    assertThat(found()).isEqualTo(lowest.toString());
  }

  @Test
  void takesTheNamedOneBeforeALowerOne() throws Exception {
    jdk("usr/lib/jvm/temurin-25", "25.0.3");
    Path named = jdk("anywhere/jdk 26", "26");
    environment.put("JAVA_HOME", named.toString());

    assertThat(found()).isEqualTo(named.toString());
  }

  @Test
  void looksIntoTheHomeFolderToo() throws Exception {
    Path own = jdk("home/ann/.jdks/temurin-25", "25.0.3");
    environment.put("HOME", machine.resolve("home/ann").toString());

    assertThat(found()).isEqualTo(own.toString());
  }

  /** With HOME, JAVA_HOME and BRICKLAYER_JAVA_HOME unset unless the test sets them. */
  private String found() throws Exception {
    String script =
        Files.readString(Path.of("../.mvn/find-jdk.sh"))
            .replaceAll(" (/(usr|opt|Library)/)", " " + machine + "$1");
    ProcessBuilder shell =
        new ProcessBuilder("sh", "-euc", script + "\necho \"$JAVA_HOME\"")
            .redirectErrorStream(true);
    shell.environment().clear();
    shell.environment().putAll(environment);
    Process process = shell.start();
    return new String(process.getInputStream().readAllBytes(), UTF_8).strip();
  }

  private Path jdk(String folder, String version) throws IOException {
    executable(folder + "/bin/javac");
    Path jdk = machine.resolve(folder);
    Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"%s\"\n".formatted(version));
    return jdk;
  }

  private void executable(String file) throws IOException {
    Path path = machine.resolve(file);
    Files.createDirectories(path.getParent());
    assertThat(Files.createFile(path).toFile().setExecutable(true)).isTrue();
  }
}
