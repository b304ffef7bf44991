package dev.bricklayer.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FastStartTest {

  @TempDir private Path directory;

  @Test
  void withoutABuildsDirectoryNothingIsPrepared() {
    FastStart fastStart = new FastStart(Optional.empty(), directory);
    assertThat(fastStart.canBePrepared(ServiceName.STORAGE)).isFalse();
    assertThat(fastStart.options(ServiceName.STORAGE)).isEmpty();
  }

  @Test
  void aCacheIsUsedByItsServiceOnceItIsThere() throws Exception {
    FastStart fastStart = new FastStart(Optional.of(directory), directory);
    assertThat(fastStart.canBePrepared(ServiceName.STORAGE)).isTrue();
    assertThat(fastStart.options(ServiceName.STORAGE)).isEmpty();

    Path cache = directory.resolve("storage-%s.aot".formatted(Runtime.version()));
    Files.createFile(cache);

    assertThat(fastStart.canBePrepared(ServiceName.STORAGE)).isFalse();
    assertThat(fastStart.options(ServiceName.STORAGE)).containsExactly("-XX:AOTCache=" + cache);
    assertThat(fastStart.canBePrepared(ServiceName.ENGINE)).isTrue();
  }
}
