package dev.bricklayer.bff.paging;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which piece of a list is asked for: {@code ?limit=…&after=…}. A controller takes it as a
 * parameter, without annotation.
 *
 * @param path the list's address, with what else the query said
 * @param limit how many at most
 * @param after the id that the piece follows; empty for the first
 */
public record PageRequest(String path, int limit, Optional<UUID> after) {

  /** How many rows to ask for, so that it shows whether more follow. */
  public int oneMore() {
    return limit + 1;
  }

  /**
   * The page of these rows.
   *
   * @param rows up to {@link #oneMore()} of them
   * @param idOf what the next page follows
   */
  public <T> Page<T> of(List<T> rows, Function<T, UUID> idOf) {
    if (rows.size() <= limit) {
      return new Page<>(rows, null);
    }
    List<T> items = rows.subList(0, limit);
    String next =
        UriComponentsBuilder.fromUriString(path)
            .replaceQueryParam("limit", limit)
            .replaceQueryParam("after", idOf.apply(items.getLast()))
            // What it came with is encoded already, and must not be twice.
            .build()
            .toUriString();
    return new Page<>(items, next);
  }
}
