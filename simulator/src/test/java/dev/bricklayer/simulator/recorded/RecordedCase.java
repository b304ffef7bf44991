package dev.bricklayer.simulator.recorded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a real server was seen to answer to one call. Only facts: names and types of fields,
 * statuses, error ids.
 *
 * <p>Types are {@code string}, {@code number}, {@code boolean}, {@code null}, {@code id} (26
 * characters), {@code =words} for very words of the recorder's own. {@code {case/pointer}} stands
 * for what an earlier case's answer held there, {@code {name}} for somebody or something made
 * beforehand, {@code {x*9}} for nine times x.
 */
record RecordedCase(String file, JsonNode facts) {

  static final Path DIRECTORY = Path.of("src/test/resources/recorded");

  /** All cases of a file of one server version; a missing file is an error. */
  static List<RecordedCase> of(String version, String file) {
    Path path = DIRECTORY.resolve(version).resolve(file + ".json");
    try {
      return JsonMapper.shared()
          .readTree(Files.readString(path))
          .required("cases")
          .valueStream()
          .map(facts -> new RecordedCase(file, facts))
          .toList();
    } catch (IOException e) {
      throw new AssertionError("Recorded traffic is missing: " + path, e);
    }
  }

  String name() {
    return facts.required("case").asString();
  }

  String caller() {
    return facts.required("as").asString();
  }

  String method() {
    return call()[0];
  }

  String path() {
    return call()[1];
  }

  private String[] call() {
    return facts.required("call").asString().split(" ", 2);
  }

  int status() {
    return facts.required("status").asInt();
  }

  /** What an integration heard and answered meanwhile, call by call. */
  List<JsonNode> integrationCalls() {
    return facts.path("integration").valueStream().toList();
  }

  /** Whether it was noted which events lena heard (and bob, where they are for bob alone). */
  boolean hasEvents() {
    return facts.has("events");
  }

  List<JsonNode> events() {
    return facts.path("events").valueStream().toList();
  }

  /** Whether only some fields of the answer were noted. */
  boolean excerpt() {
    return facts.path("excerpt").asBoolean(false);
  }

  @Override
  public String toString() {
    return file + "/" + name();
  }
}
