package dev.bricklayer.simulator.recorded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;

/** The written list of recorded cases that the stand-in does not play, each with its reason. */
record NotPlayed(List<Line> lines) {

  record Line(String pattern, String reason) {

    boolean fits(RecordedCase recorded) {
      String name = recorded.toString();
      return pattern.endsWith("*")
          ? name.startsWith(pattern.substring(0, pattern.length() - 1))
          : name.equals(pattern);
    }
  }

  static NotPlayed read() {
    try {
      return new NotPlayed(
          Files.readAllLines(RecordedCase.DIRECTORY.resolve("not-played.txt")).stream()
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .map(line -> line.split("\\s{2,}", 2))
              .map(parts -> new Line(parts[0], parts[1]))
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean lists(RecordedCase recorded) {
    return lines.stream().anyMatch(line -> line.fits(recorded));
  }
}
