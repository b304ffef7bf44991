package dev.bricklayer.problems;

import static dev.bricklayer.problems.Problem.WORDS;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The fields of one JSON object, read one after the other by the function given to {@link
 * JsonBody#read}. A faulty field is noted and a harmless stand-in returned ("" or the first
 * choice), so that reading goes on and finds every other fault, too; nobody sees the stand-in, for
 * {@code read} then throws. What was not read by the end is unknown. {@code null} counts as absent.
 */
public final class Fields {

  /** A pointer longer than this is cut to its parent: the answer must not grow with the request. */
  private static final int LONGEST_POINTER = 300;

  private static final UUID NO_ID = new UUID(0, 0);

  private final ObjectNode node;
  private final JsonPointer pointer;
  private final FaultReport report;
  private final Set<String> known = new LinkedHashSet<>();
  private boolean kindUnknown;

  Fields(ObjectNode node, JsonPointer pointer, FaultReport report) {
    this.node = node;
    this.pointer = pointer;
    this.report = report;
    report.onceRead(this::noteUnknownFields);
  }

  /** A text that must be there. */
  public String text(String name, TextRule rule) {
    return required(name, value -> text(name, value, rule), "");
  }

  /** A text that may be left out. */
  public Optional<String> optionalText(String name, TextRule rule) {
    return optional(name, value -> text(name, value, rule));
  }

  /** One of some words that must be there. */
  public <T> T choice(String name, Map<String, T> choices) {
    T first = choices.values().iterator().next();
    return required(name, value -> choice(name, value, choices), first);
  }

  /** One of some words that may be left out. */
  public <T> Optional<T> optionalChoice(String name, Map<String, T> choices) {
    return optional(name, value -> choice(name, value, choices));
  }

  /**
   * The word that decides which other fields this object has. When it is missing or wrong, the
   * others are neither asked for nor called unknown.
   */
  public <T> T kind(String name, Map<String, T> choices) {
    T first = choices.values().iterator().next();
    int before = report.size();
    T kind = choice(name, choices);
    kindUnknown = kindUnknown || report.size() > before;
    return kindUnknown ? first : kind;
  }

  /** A whole number between two bounds, both included, that must be there. */
  public int integer(String name, int least, int most) {
    return required(name, value -> integer(name, value, least, most), least);
  }

  /** A whole number between two bounds, both included, that may be left out. */
  public Optional<Integer> optionalInteger(String name, int least, int most) {
    return optional(name, value -> integer(name, value, least, most));
  }

  /** True or false, may be left out. */
  public Optional<Boolean> optionalFlag(String name) {
    return optional(
        name,
        value ->
            value.isBoolean()
                ? Optional.of(value.booleanValue())
                : wrong(name, "invalid", WORDS.text("not-a-flag")));
  }

  /** An id that must be there. */
  public UUID uuid(String name) {
    return required(name, value -> uuid(name, value), NO_ID);
  }

  /** An object that must be there. */
  public Fields object(String name) {
    return required(name, value -> object(name, value), nothing());
  }

  /** An object that may be left out. */
  public Optional<Fields> optionalObject(String name) {
    return optional(name, value -> object(name, value));
  }

  /** An array of texts, at least one and at most so many, that must be there. */
  public List<String> texts(String name, int most, TextRule rule) {
    return required(name, value -> texts(name, value, most, rule), List.of());
  }

  /** An array of objects, at least one and at most so many, that must be there. */
  public <T> List<T> objects(String name, int most, Function<Fields, T> read) {
    return required(name, value -> objects(name, value, most, read), List.of());
  }

  /** Whether a field is there and not null. It does not count as read. */
  public boolean has(String name) {
    return node.hasNonNull(name);
  }

  /** Whether a field is there and null: in a PATCH, the wish to clear it (RFC 7396). */
  public boolean isNull(String name) {
    JsonNode value = node.get(name);
    return value != null && value.isNull();
  }

  /** Names that may be there and are not looked at: what an answer holds and a request may echo. */
  public void ignore(String... names) {
    known.addAll(Arrays.asList(names));
  }

  /** Notes a fault that the caller found at one of these fields. */
  public void reject(String name, String code, Text detail) {
    known.add(name);
    report.add(Fault.at(pointerTo(name), code, detail));
  }

  /**
   * Notes a fault somewhere below this object.
   *
   * @param below a JSON pointer that begins here; empty for the object itself
   */
  public void rejectBelow(String below, String code, Text detail) {
    report.add(Fault.at(pointer.append(JsonPointer.compile(below)).toString(), code, detail));
  }

  /** Notes a fault of this object as a whole. */
  public void reject(String code, Text detail) {
    report.add(Fault.at(pointer.toString(), code, detail));
  }

  private <T> T required(String name, Function<JsonNode, Optional<T>> read, T standIn) {
    JsonNode value = find(name);
    if (value != null) {
      return read.apply(value).orElse(standIn);
    }
    if (!kindUnknown) {
      reject(name, "required", WORDS.text("required"));
    }
    return standIn;
  }

  private <T> Optional<T> optional(String name, Function<JsonNode, Optional<T>> read) {
    JsonNode value = find(name);
    return value == null ? Optional.empty() : read.apply(value);
  }

  private @Nullable JsonNode find(String name) {
    known.add(name);
    JsonNode value = node.get(name);
    return value == null || value.isNull() ? null : value;
  }

  private Optional<String> text(String name, JsonNode value, TextRule rule) {
    if (!value.isString()) {
      return wrong(name, "invalid", WORDS.text("not-a-text"));
    }
    Optional<TextRule.Objection> objection = rule.objectionTo(value.stringValue());
    objection.ifPresent(it -> reject(name, it.code(), it.detail()));
    return objection.isPresent() ? Optional.empty() : Optional.of(value.stringValue());
  }

  private <T> Optional<T> choice(String name, JsonNode value, Map<String, T> choices) {
    T chosen = value.isString() ? choices.get(value.stringValue()) : null;
    return chosen != null
        ? Optional.of(chosen)
        : wrong(name, "invalid", WORDS.text("not-a-choice", String.join(", ", choices.keySet())));
  }

  private Optional<Integer> integer(String name, JsonNode value, int least, int most) {
    boolean fits = value.isInt() && value.intValue() >= least && value.intValue() <= most;
    return fits
        ? Optional.of(value.intValue())
        : wrong(name, "invalid", WORDS.text("not-an-integer", least, most));
  }

  private Optional<UUID> uuid(String name, JsonNode value) {
    return value.isString() && Ids.isUuid(value.stringValue())
        ? Optional.of(UUID.fromString(value.stringValue()))
        : wrong(name, "invalid", WORDS.text("not-an-id"));
  }

  private Optional<Fields> object(String name, JsonNode value) {
    return value instanceof ObjectNode object
        ? Optional.of(new Fields(object, pointer.appendProperty(name), report))
        : wrong(name, "invalid", WORDS.text("not-an-object"));
  }

  private Optional<List<String>> texts(String name, JsonNode value, int most, TextRule rule) {
    List<String> texts = new ArrayList<>();
    if (!isArrayUpTo(name, value, most)) {
      return Optional.empty();
    }
    for (int i = 0; i < value.size(); i++) {
      JsonPointer at = pointer.appendProperty(name).appendIndex(i);
      JsonNode item = value.get(i);
      Optional<TextRule.Objection> objection =
          item.isString()
              ? rule.objectionTo(item.stringValue())
              : Optional.of(new TextRule.Objection("invalid", WORDS.text("not-a-text")));
      objection.ifPresent(it -> report.add(Fault.at(at.toString(), it.code(), it.detail())));
      texts.add(item.stringValue(""));
    }
    return Optional.of(List.copyOf(texts));
  }

  private <T> Optional<List<T>> objects(
      String name, JsonNode value, int most, Function<Fields, T> read) {
    List<T> objects = new ArrayList<>();
    if (!isArrayUpTo(name, value, most)) {
      return Optional.empty();
    }
    for (int i = 0; i < value.size(); i++) {
      JsonPointer at = pointer.appendProperty(name).appendIndex(i);
      if (value.get(i) instanceof ObjectNode object) {
        objects.add(read.apply(new Fields(object, at, report)));
      } else {
        report.add(Fault.at(at.toString(), "invalid", WORDS.text("not-an-object")));
      }
    }
    return Optional.of(List.copyOf(objects));
  }

  private boolean isArrayUpTo(String name, JsonNode value, int most) {
    if (!value.isArray()) {
      reject(name, "invalid", WORDS.text("not-an-array"));
    } else if (value.isEmpty()) {
      reject(name, "required", WORDS.text("empty-array"));
    } else if (value.size() > most) {
      reject(name, "too-long", WORDS.text("array-too-long", most));
    } else {
      return true;
    }
    return false;
  }

  private <T> Optional<T> wrong(String name, String code, Text detail) {
    reject(name, code, detail);
    return Optional.empty();
  }

  private Fields nothing() {
    return new Fields(node.objectNode(), pointer, new FaultReport());
  }

  private void noteUnknownFields() {
    if (kindUnknown) {
      return;
    }
    for (String name : node.propertyNames()) {
      if (!known.contains(name)) {
        Text detail = WORDS.text("unknown-field", String.join(", ", known));
        report.add(Fault.at(pointerTo(name), "unknown-field", detail));
      }
    }
  }

  private String pointerTo(String name) {
    String full = pointer.appendProperty(name).toString();
    return full.length() > LONGEST_POINTER ? pointer.toString() : full;
  }
}
