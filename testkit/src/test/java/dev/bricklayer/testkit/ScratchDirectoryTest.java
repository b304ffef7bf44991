package dev.bricklayer.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ScratchDirectoryTest {

  @Test
  void directoriesOfDeadProcessesAreRemovedAndOthersAreLeftAlone() throws Exception {
    Path mine = ScratchDirectory.create("fact");
    Process dead = new ProcessBuilder("true").start();
    dead.waitFor();
    Path abandoned = Files.createDirectory(mine.resolveSibling("fact-%d-x".formatted(dead.pid())));
    Files.writeString(abandoned.resolve("file"), "left over");

    Path next = ScratchDirectory.create("fact");

    assertThat(abandoned).doesNotExist();
    assertThat(mine).exists();
    assertThat(next).isEmptyDirectory().isNotEqualTo(mine);
  }
}
