package dev.bricklayer.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

  @TempDir private Path root;

  @Test
  void itBelongsToOneMattermost() throws Exception {
    open("https://one.example").close();
    assertThatThrownBy(() -> open("https://two.example"))
        .isInstanceOf(CannotStartException.class)
        .hasMessageContaining("https://one.example")
        .hasMessageContaining("--data");
    open("https://one.example").close();
  }

  @Test
  void itIsUsedByOneInstanceAtATime() throws Exception {
    try (DataDirectory first = open(DataDirectory.STAND_IN)) {
      assertThat(first.logs()).isDirectory();
      assertThatThrownBy(() -> open(DataDirectory.STAND_IN))
          .isInstanceOf(CannotStartException.class)
          .hasMessageContaining("another Bricklayer");
    }
    open(DataDirectory.STAND_IN).close();
  }

  @Test
  void aRefusedOpeningLeavesItFree() throws Exception {
    open("https://one.example").close();
    assertThatThrownBy(() -> open("https://two.example")).isInstanceOf(CannotStartException.class);
    open("https://one.example").close();
  }

  @Test
  void freshRemovesEverythingButTheLogs() throws Exception {
    try (DataDirectory first = open("https://one.example")) {
      Files.createDirectories(first.kafka().resolve("logs"));
      Files.writeString(first.kafka().resolve("logs/records"), "old");
      Files.writeString(first.logs().resolve("bricklayer.log"), "why");
    }
    try (DataDirectory second = DataDirectory.open(root, DataDirectory.STAND_IN, true)) {
      assertThat(second.kafka()).doesNotExist();
      assertThat(second.logs().resolve("bricklayer.log")).hasContent("why");
    }
  }

  @Test
  void aDirectoryOfSomebodyElseIsNeitherFilledNorEmptied() throws Exception {
    Path diary = Files.writeString(root.resolve("diary"), "dear diary");
    for (boolean fresh : new boolean[] {false, true}) {
      assertThatThrownBy(() -> DataDirectory.open(root, DataDirectory.STAND_IN, fresh))
          .isInstanceOf(CannotStartException.class)
          .hasMessageContaining("not Bricklayer's");
    }
    assertThat(diary).hasContent("dear diary");
  }

  @Test
  void aFileIsNoDirectory() throws Exception {
    Path file = Files.writeString(root.resolve("file"), "");
    assertThatThrownBy(() -> DataDirectory.open(file, DataDirectory.STAND_IN, false))
        .isInstanceOf(CannotStartException.class)
        .hasMessageContaining("--data");
  }

  @Test
  void secretsAreMadeOnceAndForTheOwnersEyesOnly() throws Exception {
    String password;
    String key;
    try (DataDirectory data = open(DataDirectory.STAND_IN)) {
      password = data.secrets().password("database.bff");
      key = data.secrets().sealingKeys().privateText();
      assertThat(data.secrets().password("database.user")).isNotEqualTo(password);
    }
    try (DataDirectory data = open(DataDirectory.STAND_IN)) {
      assertThat(data.secrets().password("database.bff")).isEqualTo(password);
      assertThat(data.secrets().sealingKeys().privateText()).isEqualTo(key);
    }
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(root.resolve("secrets.properties"))))
        .isEqualTo("rw-------");
  }

  private DataDirectory open(String mattermost) throws CannotStartException {
    return DataDirectory.open(root, mattermost, false);
  }
}
