package dev.bricklayer.simulator.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Fields of an HTML form, in the order of their names. */
final class Form {

  private final Map<String, List<String>> fields = new TreeMap<>();

  Form with(String name, String value) {
    fields.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
    return this;
  }

  /** A field that is there once for every value. */
  Form with(String name, Stream<String> values) {
    values.forEach(value -> with(name, value));
    return this;
  }

  Map<String, String> headers(Map<String, String> others) {
    Map<String, String> headers = new HashMap<>(others);
    headers.put("Content-Type", "application/x-www-form-urlencoded");
    return headers;
  }

  /** Encoded. */
  @Override
  public String toString() {
    return fields.entrySet().stream()
        .flatMap(field -> field.getValue().stream().map(value -> pair(field.getKey(), value)))
        .collect(Collectors.joining("&"));
  }

  private static String pair(String name, String value) {
    return name + '=' + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
