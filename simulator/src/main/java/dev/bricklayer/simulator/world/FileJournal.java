package dev.bricklayer.simulator.world;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * A file with one row a line. A line is handed to the operating system before the call that made it
 * is answered, so {@code kill -9} of the process loses nothing that was answered. It is not forced
 * to the disk: a power cut may take the last moments with it, which a stand-in may.
 */
public final class FileJournal implements Journal {

  private final Path file;
  private final FileChannel lock;

  /** Rows of older journals lack the numbers that newer ones have: they are 0. */
  private final ObjectMapper mapper =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();

  private final ObjectWriter writer = mapper.writerFor(Row.class);
  private FileChannel channel;

  private FileJournal(Path file, FileChannel lock) throws IOException {
    this.file = file;
    this.lock = lock;
    this.channel = openAtEnd();
  }

  /**
   * Opens or makes the journal of a directory.
   *
   * @throws IllegalStateException if another process, or this one, has it open already
   * @throws UncheckedIOException if the directory cannot be written
   */
  public static FileJournal open(Path directory) {
    try {
      Files.createDirectories(directory);
      FileChannel lock = FileChannel.open(directory.resolve("lock"), CREATE, WRITE);
      if (!taken(lock)) {
        lock.close();
        throw new IllegalStateException(
            "Another stand-in Mattermost already uses the data in " + directory);
      }
      return new FileJournal(directory.resolve("journal.jsonl"), lock);
    } catch (IOException e) {
      throw new UncheckedIOException("The stand-in's data in " + directory + " cannot be used", e);
    }
  }

  private static boolean taken(FileChannel lock) throws IOException {
    try {
      return lock.tryLock() != null;
    } catch (OverlappingFileLockException heldInThisProcess) {
      return false;
    }
  }

  @Override
  public void replay(Consumer<Row> into) {
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      String line = lines.readLine();
      for (long number = 1; line != null; number++) {
        String next = lines.readLine();
        @Nullable Row row = read(line, number, next == null);
        if (row != null) {
          into.accept(row);
        }
        line = next;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The journal " + file + " cannot be read", e);
    }
  }

  /** The last line may be torn by a kill in the middle of it; then nobody was told of it. */
  private @Nullable Row read(String line, long number, boolean last) {
    try {
      return mapper.readValue(line, Row.class);
    } catch (JacksonException e) {
      if (last) {
        return null;
      }
      throw new IllegalStateException("The journal " + file + " is damaged in line " + number, e);
    }
  }

  @Override
  public void compact(Stream<Row> rows) {
    Path fresh = file.resolveSibling("journal.new");
    try (rows) {
      try (OutputStream out =
          new BufferedOutputStream(Files.newOutputStream(fresh, CREATE, TRUNCATE_EXISTING))) {
        for (Row row : (Iterable<Row>) rows::iterator) {
          out.write(lines(List.of(row)));
        }
      }
      channel.close();
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      channel = openAtEnd();
    } catch (IOException e) {
      throw new UncheckedIOException("The journal " + file + " cannot be rewritten", e);
    }
  }

  /**
   * Takes back what was written of lines that could not be written whole, lest the next one stands
   * on its torn end.
   */
  @Override
  public void append(List<? extends Row> rows) {
    ByteBuffer lines = ByteBuffer.wrap(lines(rows));
    try {
      long before = channel.position();
      try {
        while (lines.hasRemaining()) {
          channel.write(lines);
        }
      } catch (IOException e) {
        channel.truncate(before);
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The journal " + file + " cannot be written", e);
    }
  }

  private byte[] lines(List<? extends Row> rows) {
    ByteArrayOutputStream lines = new ByteArrayOutputStream(512);
    for (Row row : rows) {
      lines.writeBytes(writer.writeValueAsBytes(row));
      lines.write('\n');
    }
    return lines.toByteArray();
  }

  private FileChannel openAtEnd() throws IOException {
    FileChannel opened = FileChannel.open(file, CREATE, READ, WRITE);
    return opened.position(opened.size());
  }

  @Override
  public void close() {
    try (lock) {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException("The journal " + file + " cannot be closed", e);
    }
  }
}
