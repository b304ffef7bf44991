package dev.bricklayer.simulator.api;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds what answers a call by method and path. Earlier routes win over later ones. */
final class Router {

  /** Answers one kind of call. */
  interface Endpoint {
    Reply answer(Call call);
  }

  /** A route that fits a path, with what stood at its names in braces. */
  record Match(Endpoint endpoint, boolean needsSession, Map<String, String> segments) {}

  private record Route(List<String> pattern, Endpoint endpoint, boolean needsSession) {}

  /** Ids of buttons stand in addresses; a real server knows only these. */
  private static final Pattern ACTION = Pattern.compile("[A-Za-z0-9]+");

  private final Map<String, List<Route>> byMethodAndLength = new HashMap<>();
  private final String prefix;

  /**
   * An empty table.
   *
   * @param prefix what stands before every path that is not outside
   */
  Router(String prefix) {
    this.prefix = prefix;
  }

  /** A route for everybody. */
  Router open(String method, String path, Endpoint endpoint) {
    return add(method, prefix + path, endpoint, false);
  }

  /** A route for everybody, its path whole. */
  Router outside(String method, String path, Endpoint endpoint) {
    return add(method, path, endpoint, false);
  }

  /** A route for whoever has a session or an access token. */
  Router on(String method, String path, Endpoint endpoint) {
    return add(method, prefix + path, endpoint, true);
  }

  private Router add(String method, String path, Endpoint endpoint, boolean needsSession) {
    List<String> pattern = split(path);
    byMethodAndLength
        .computeIfAbsent(key(method, pattern.size()), _ -> new ArrayList<>())
        .add(new Route(pattern, endpoint, needsSession));
    return this;
  }

  /** The route of a path (still encoded); null for none. */
  @Nullable Match find(String method, String path) {
    List<String> parts = split(path);
    for (Route route : byMethodAndLength.getOrDefault(key(method, parts.size()), List.of())) {
      Map<String, String> segments = fit(route.pattern(), parts);
      if (segments != null) {
        return new Match(route.endpoint(), route.needsSession(), segments);
      }
    }
    return null;
  }

  private static @Nullable Map<String, String> fit(List<String> pattern, List<String> parts) {
    Map<String, String> segments = new HashMap<>(4);
    for (int i = 0; i < parts.size(); i++) {
      String expected = pattern.get(i);
      if (expected.equals("{action}") && !ACTION.matcher(parts.get(i)).matches()) {
        return null;
      }
      if (expected.startsWith("{")) {
        segments.put(expected.substring(1, expected.length() - 1), parts.get(i));
      } else if (!expected.equals(parts.get(i))) {
        return null;
      }
    }
    return segments;
  }

  private static List<String> split(String path) {
    String[] parts = path.substring(1).split("/", -1);
    for (int i = 0; i < parts.length; i++) {
      parts[i] = parts[i].indexOf('%') < 0 ? parts[i] : decoded(parts[i]);
    }
    return List.of(parts);
  }

  /** What is not properly encoded is taken as it stands, and fits no route. */
  private static String decoded(String part) {
    try {
      return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException improper) {
      return part;
    }
  }

  private static String key(String method, int length) {
    return method + length;
  }
}
