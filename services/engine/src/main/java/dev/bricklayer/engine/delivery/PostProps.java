package dev.bricklayer.engine.delivery;

import dev.bricklayer.engine.ledger.Occurrence;
import java.util.Map;

/** What every post carries unseen, so that it can be recognised. */
final class PostProps {

  static final String NAME = "bricklayer";
  static final String OCCURRENCE = "occurrence";

  private PostProps() {}

  static Map<String, Object> of(Occurrence occurrence) {
    return Map.of(
        NAME,
        Map.of(
            "job",
            occurrence.jobId().toString(),
            OCCURRENCE,
            occurrence.id().toString(),
            "plannedAt",
            occurrence.plannedAt().toString()));
  }
}
