package dev.bricklayer.testkit.checker;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Runs beside the schedule: those that were asked for, and those that the ledger knows. */
final class ManualRuns {

  /** Where nobody looked for any. */
  static final ManualRuns NONE = new ManualRuns(List.of(), List.of());

  private final Map<UUID, Set<Instant>> asked;
  private final Map<UUID, Map<Instant, LedgerRow>> rows = new HashMap<>();

  ManualRuns(List<Asked> asked, List<LedgerRow> rows) {
    this.asked =
        asked.stream()
            .collect(
                Collectors.groupingBy(
                    Asked::job, Collectors.mapping(Asked::plannedAt, Collectors.toSet())));
    rows.forEach(
        row ->
            this.rows.computeIfAbsent(row.job(), _ -> new HashMap<>()).put(row.plannedAt(), row));
  }

  /** Those of a job, asked for or not. */
  Set<Instant> instants(UUID job) {
    Set<Instant> instants = new HashSet<>(asked.getOrDefault(job, Set.of()));
    instants.addAll(rows.getOrDefault(job, Map.of()).keySet());
    return instants;
  }

  boolean wasAsked(UUID job, Instant at) {
    return asked.getOrDefault(job, Set.of()).contains(at);
  }

  @Nullable LedgerRow row(UUID job, Instant at) {
    return rows.getOrDefault(job, Map.of()).get(at);
  }

  /** All that the ledger has of a job. */
  Stream<LedgerRow> rows(UUID job) {
    return rows.getOrDefault(job, Map.of()).values().stream();
  }
}
