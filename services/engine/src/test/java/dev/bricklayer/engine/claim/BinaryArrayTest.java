package dev.bricklayer.engine.claim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bricklayer.engine.EngineTables;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What PostgreSQL reads of arrays that came in its binary form. */
class BinaryArrayTest {

  private final JdbcClient jdbc = EngineTables.fresh().ledger().jdbc();

  @Test
  void idsComeAsTheyAre() {
    List<UUID> ids = List.of(UUID.randomUUID(), new UUID(-1, -1), new UUID(0, 0));
    assertThat(
            jdbc.sql("select id from unnest(:ids) as id")
                .param("ids", BinaryArray.ofUuids(ids))
                .query(UUID.class)
                .list())
        .isEqualTo(ids);
  }

  @Test
  void instantsComeToTheMicrosecondAndNullAsNull() {
    List<Instant> instants =
        Arrays.asList(
            Instant.parse("2026-11-22T12:00:00.000001Z"),
            null,
            Instant.parse("1969-12-31T23:59:59.999999Z"));
    assertThat(
            jdbc.sql("select at from unnest(:at) as at")
                .param("at", BinaryArray.ofInstants(instants))
                .query(
                    (row, _) -> {
                      OffsetDateTime at = row.getObject(1, OffsetDateTime.class);
                      return at == null ? null : at.toInstant();
                    })
                .list())
        .isEqualTo(instants);
  }

  @Test
  void noneIsNone() {
    assertThat(
            jdbc.sql("select count(*) from unnest(:ids) as id")
                .param("ids", BinaryArray.ofUuids(List.of()))
                .query(Long.class)
                .single())
        .isZero();
  }
}
