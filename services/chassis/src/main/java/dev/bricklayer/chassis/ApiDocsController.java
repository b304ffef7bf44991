package dev.bricklayer.chassis;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ApiDocsController {

  /** The media type of RFC 9512. */
  private static final MediaType YAML = MediaType.parseMediaType("application/yaml;charset=UTF-8");

  private static final MediaType SCRIPT = MediaType.parseMediaType("text/javascript;charset=UTF-8");

  private static final MediaType PAGE = MediaType.parseMediaType("text/html;charset=UTF-8");

  /** The page's own style sets attributes; its pictures are in the style. */
  private static final String ONLY_FROM_HERE =
      "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:";

  private final Resource description;

  ApiDocsController(Resource description) {
    this.description = description;
  }

  @GetMapping("/openapi.yaml")
  ResponseEntity<Resource> description() {
    return ResponseEntity.ok().contentType(YAML).body(description);
  }

  @GetMapping("/docs")
  ResponseEntity<Resource> page() {
    return ResponseEntity.ok()
        .contentType(PAGE)
        .header("Content-Security-Policy", ONLY_FROM_HERE)
        .body(besideThis("docs.html"));
  }

  @GetMapping("/docs/start.js")
  ResponseEntity<Resource> start() {
    return ResponseEntity.ok().contentType(SCRIPT).body(besideThis("docs.js"));
  }

  private static Resource besideThis(String name) {
    return new ClassPathResource(name, ApiDocsController.class);
  }
}
