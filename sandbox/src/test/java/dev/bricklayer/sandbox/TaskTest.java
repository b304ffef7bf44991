package dev.bricklayer.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bricklayer.sandbox.Task.Kind;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What provision and doctor are asked for. */
class TaskTest {

  @TempDir private Path root;

  @Test
  void withoutOptionsItIsAboutTheDemo() throws Exception {
    Task task = read("provision");
    assertThat(task.kind()).isEqualTo(Kind.PROVISION);
    assertThat(task.where().data()).isEqualTo(root.resolve("data/demo"));
    assertThat(task.where().ports()).isEqualTo(Ports.DEFAULT);
    assertThat(read("provision", "--remove").kind()).isEqualTo(Kind.REMOVE);
    assertThat(read("provision", "--adopt").kind()).isEqualTo(Kind.ADOPT);
    assertThat(read("doctor").kind()).isEqualTo(Kind.EXAMINE);
  }

  @Test
  void theServerMayStandInTheEnvironment() throws Exception {
    Map<String, String> environment = Map.of("BRICKLAYER_MATTERMOST_URL", "https://chat.org");
    Task task = Task.read("doctor", List.of(), root, environment);
    assertThat(task.where().mattermost()).contains(URI.create("https://chat.org"));
    assertThat(task.where().data()).isEqualTo(root.resolve("data/chat.org"));
  }

  @Test
  void whatIsNotSaidIsAsUpWasLastCalled() throws Exception {
    Path data = root.resolve("data/chat.org");
    Files.createDirectories(data);
    new LastRun(Optional.of(9000), Optional.of(URI.create("https://bff.org"))).keepOn(data);
    Task task = read("doctor", "--mattermost", "https://chat.org");
    assertThat(task.where().ports()).isEqualTo(Ports.from(9000));
    assertThat(task.where().publicUrl()).contains(URI.create("https://bff.org"));
    assertThat(read("doctor", "--mattermost", "https://chat.org", "--port-base", "9100").where())
        .extracting(UpOptions::ports)
        .isEqualTo(Ports.from(9100));
  }

  @ParameterizedTest
  @CsvSource({
    "provision --remove --adopt, exclude each other",
    "doctor --remove, there is no option '--remove' of doctor",
    "provision --nonsense, there is no option '--nonsense' of provision"
  })
  void whatMakesNoSenseIsRefusedInOneSentence(String line, String words) {
    List<String> all = List.of(line.split(" "));
    assertThatThrownBy(() -> read(all.getFirst(), all.subList(1, all.size())))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining(words);
  }

  @ParameterizedTest
  @CsvSource({"ru_RU.UTF-8, ru", "ru, ru", "en_US.UTF-8, en", "C.UTF-8, en", "POSIX, en"})
  void findingsAreToldInTheTerminalsLanguage(String variable, String language) {
    assertThat(MattermostTasks.language(Map.of("LANG", variable))).isEqualTo(Locale.of(language));
    assertThat(MattermostTasks.language(Map.of("LANG", "de_DE", "LC_ALL", variable)))
        .isEqualTo(Locale.of(language));
  }

  private Task read(String command, String... options) throws UsageException {
    return read(command, List.of(options));
  }

  private Task read(String command, List<String> options) throws UsageException {
    return Task.read(command, options, root, Map.of());
  }
}
