package dev.bricklayer.systemtests.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ./bricklayer test} makes of a build, which is played by a script. */
class TestCommandTest {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  @TempDir private Path project;

  @BeforeEach
  void copyTheLauncher() throws IOException {
    for (String file : List.of("bricklayer", ".mvn/find-jdk.sh", ".ci/failures.awk")) {
      Files.createDirectories(project.resolve(file).getParent());
      Files.copy(ROOT.resolve(file), project.resolve(file));
    }
  }

  @Test
  void aRunInWhichNoTestRanFails() throws Exception {
    Ended test = test("true");

    assertThat(test.said()).contains("0 passed, 0 failed").contains("no test ran");
    assertThat(test.status()).isNotZero();
  }

  @Test
  void aRunInWhichEveryTestWasSkippedFails() throws Exception {
    Ended test = test(report("<testsuite tests=\"2\" errors=\"0\" skipped=\"2\" failures=\"0\">"));

    assertThat(test.said()).contains("0 passed, 0 failed, 2 skipped").contains("no test ran");
    assertThat(test.status()).isNotZero();
  }

  @Test
  void aRunInWhichTestsPassedIsGreen() throws Exception {
    Ended test = test(report("<testsuite tests=\"3\" errors=\"0\" skipped=\"1\" failures=\"0\">"));

    assertThat(test.said()).endsWith("2 passed, 0 failed, 1 skipped\n");
    assertThat(test.status()).isZero();
  }

  @Test
  void aRunInWhichATestFailedFails() throws Exception {
    Ended test = test(report("<testsuite tests=\"3\" errors=\"1\" skipped=\"0\" failures=\"1\">"));

    assertThat(test.said()).endsWith("1 passed, 2 failed\n");
    assertThat(test.status()).isNotZero();
  }

  @Test
  void aBuildThatBreaksAfterTestsPassedFails() throws Exception {
    Ended test =
        test(
            report("<testsuite tests=\"1\" errors=\"0\" skipped=\"0\" failures=\"0\">")
                + "; echo '[ERROR] does not compile'; exit 1");

    assertThat(test.said()).contains("[ERROR] does not compile").endsWith("1 passed, 1 failed\n");
    assertThat(test.status()).isNotZero();
  }

  private static String report(String suite) {
    return "mkdir -p schedule/target/surefire-reports; echo '%s' > schedule/target/surefire-reports/TEST-a.xml"
        .formatted(suite);
  }

  private Ended test(String build) throws Exception {
    Path maven = Files.writeString(project.resolve("mvnw"), "#!/bin/sh\n" + build + "\n");
    assertThat(maven.toFile().setExecutable(true)).isTrue();
    Process process =
        new ProcessBuilder(project.resolve("bricklayer").toString(), "test")
            .redirectErrorStream(true)
            .start();
    return new Ended(new String(process.getInputStream().readAllBytes(), UTF_8), process.waitFor());
  }

  private record Ended(String said, int status) {}
}
