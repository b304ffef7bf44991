package dev.bricklayer.testkit.api;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * An OpenAPI 3.1 description, to hold a service's answers against: each must be described, by its
 * method, path and status, and its body must be as its schema says.
 */
public final class DescribedApi {

  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

  /** What stands for one segment of a path. */
  private static final Pattern VARIABLE = Pattern.compile("\\{[^}]+}");

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final SchemaRegistry schemas =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private final JsonNode description;

  private DescribedApi(JsonNode description) {
    this.description = description;
  }

  /**
   * A description from the class path.
   *
   * @param resource with a leading slash
   */
  public static DescribedApi of(String resource) {
    try (InputStream in = DescribedApi.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalArgumentException(resource + " is not on the class path");
      }
      return new DescribedApi(new YAMLMapper().readTree(in));
    } catch (IOException e) {
      throw new UncheckedIOException(resource + " cannot be read", e);
    }
  }

  /** Every call it describes, as {@code GET /api/v1/bots/{botId}}. */
  public Set<String> calls() {
    Set<String> calls = new TreeSet<>();
    for (Map.Entry<String, JsonNode> path : description.path("paths").properties()) {
      path.getValue().propertyNames().stream()
          .filter(METHODS::contains)
          .forEach(method -> calls.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey()));
    }
    return calls;
  }

  /**
   * Holds an answer against the description.
   *
   * @param path without query
   * @param contentType absent when the answer has no body
   * @throws AssertionError when the answer is not as described
   */
  public void check(
      String method, String path, int status, @Nullable String contentType, String body) {
    JsonNode response = response(method, path, status);
    JsonNode content = response.path("content");
    if (content.isMissingNode() || content.isEmpty()) {
      require(body.isEmpty(), method, path, status, "has a body, which is not described");
      return;
    }
    String mediaType = contentType == null ? "" : contentType.replaceFirst("\\s*;.*", "");
    JsonNode described = content.path(mediaType);
    require(!described.isMissingNode(), method, path, status, "is " + mediaType);
    if (mediaType.endsWith("json")) {
      List<Error> errors = schema(described.path("schema")).validate(JSON.readTree(body));
      require(errors.isEmpty(), method, path, status, errors + " in " + body);
    }
  }

  /** Whether it describes a call for this method and path. */
  public boolean describes(String method, String path) {
    return !operation(method, path).isMissingNode();
  }

  private JsonNode response(String method, String path, int status) {
    JsonNode response = operation(method, path).path("responses").path(Integer.toString(status));
    require(!response.isMissingNode(), method, path, status, "is not described");
    return response.has("$ref")
        ? description.at(response.get("$ref").stringValue().substring(1))
        : response;
  }

  private JsonNode operation(String method, String path) {
    return description.path("paths").properties().stream()
        .filter(it -> matches(it.getKey(), path))
        // The literal path before the one with a variable.
        .sorted((a, b) -> Boolean.compare(a.getKey().contains("{"), b.getKey().contains("{")))
        .map(it -> it.getValue().path(method.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseGet(() -> JSON.missingNode());
  }

  private static boolean matches(String template, String path) {
    String pattern =
        VARIABLE
            .splitAsStream(template + "/")
            .map(Pattern::quote)
            .reduce((a, b) -> a + "[^/]+" + b)
            .orElseThrow();
    return Pattern.matches(pattern, path + "/");
  }

  /** References lead into the whole document, so it comes along. */
  private Schema schema(JsonNode schema) {
    ObjectNode document = JSON.createObjectNode();
    document.set("components", description.path("components"));
    document.set("allOf", JSON.createArrayNode().add(schema));
    return schemas.getSchema(document);
  }

  private static void require(
      boolean holds, String method, String path, int status, String otherwise) {
    if (!holds) {
      throw new AssertionError(
          "the answer %d to %s %s %s".formatted(status, method, path, otherwise));
    }
  }
}
