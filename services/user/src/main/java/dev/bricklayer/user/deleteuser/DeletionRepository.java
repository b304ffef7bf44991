package dev.bricklayer.user.deleteuser;

import dev.bricklayer.chassis.JsonColumns;
import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.SagaId;
import dev.bricklayer.user.deleteuser.Deletion.Begun;
import dev.bricklayer.user.deleteuser.Deletion.Erased;
import dev.bricklayer.user.deleteuser.Deletion.Kept;
import dev.bricklayer.user.deleteuser.Deletion.Unknown;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class DeletionRepository {

  private static final String BEGIN =
      """
      insert into account_deletion (saga_id, person_id, heir_id, status, attempt, begun_at, look_at)
      values (:saga, :person, :heir, 'BEGUN', :attempt, now(), now() + :askAgain::interval)
      returning begun_at
      """;

  private static final String ASK_AGAIN =
      """
      update account_deletion
      set attempt = :attempt, look_at = now() + :askAgain::interval
      where saga_id = :saga
      """;

  private static final String ERASE =
      """
      update account_deletion
      set status = 'ERASED', deleted = :deleted, handed_over = :handedOver, look_at = null
      where saga_id = :saga
      """;

  private static final String KEEP =
      """
      update account_deletion
      set status = 'KEPT', refusal = :refusal, look_at = null
      where saga_id = :saga
      """;

  private static final String COLUMNS =
      """
      select saga_id, person_id, heir_id, status, attempt, deleted, handed_over, refusal, begun_at
      from account_deletion
      """;

  /** All who end it or ask about it meet at this row. */
  private static final String LOCK = COLUMNS + " where saga_id = :saga for update";

  /** Index account_deletion__under_way. */
  private static final String UNDER_WAY =
      COLUMNS + " where person_id = :person and status = 'BEGUN'";

  /** Index account_deletion__due. What another copy looks at is skipped. */
  private static final String LOCK_DUE =
      COLUMNS + " where look_at <= now() order by look_at limit :most for update skip locked";

  private final JdbcClient jdbc;
  private final JsonColumns json;

  DeletionRepository(JdbcClient jdbc, JsonColumns json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** One run and what is known of it. */
  record Run(SagaId saga, Deletion known, Instant begunAt) {}

  Run begin(SagaId saga, Begun begun, Duration askAgain) {
    OffsetDateTime begunAt =
        jdbc.sql(BEGIN)
            .param("saga", saga.value())
            .param("person", begun.person().value())
            .param("heir", value(begun.heir()))
            .param("attempt", begun.attempt())
            .param("askAgain", askAgain.toString())
            .query(OffsetDateTime.class)
            .single();
    return new Run(saga, begun, begunAt.toInstant());
  }

  Deletion lock(SagaId saga) {
    return jdbc.sql(LOCK)
        .param("saga", saga.value())
        .query(this::run)
        .optional()
        .map(Run::known)
        .orElseGet(Unknown::new);
  }

  Optional<Run> underWay(PersonId person) {
    return jdbc.sql(UNDER_WAY).param("person", person.value()).query(this::run).optional();
  }

  List<Run> lockDue(int most) {
    return jdbc.sql(LOCK_DUE).param("most", most).query(this::run).list();
  }

  void keep(SagaId saga, Deletion next, Duration askAgain) {
    switch (next) {
      case Unknown _ -> {}
      case Begun begun ->
          jdbc.sql(ASK_AGAIN)
              .param("saga", saga.value())
              .param("attempt", begun.attempt())
              .param("askAgain", askAgain.toString())
              .update();
      case Erased erased ->
          jdbc.sql(ERASE)
              .param("saga", saga.value())
              .param("deleted", erased.deleted())
              .param("handedOver", erased.handedOver())
              .update();
      case Kept kept ->
          jdbc.sql(KEEP)
              .param("saga", saga.value())
              .param("refusal", json.column(kept.refusal()))
              .update();
    }
  }

  private Run run(ResultSet row, int number) throws SQLException {
    return new Run(
        new SagaId(row.getObject("saga_id", UUID.class)),
        known(row),
        row.getObject("begun_at", OffsetDateTime.class).toInstant());
  }

  private Deletion known(ResultSet row) throws SQLException {
    PersonId person = new PersonId(row.getObject("person_id", UUID.class));
    return switch (row.getString("status")) {
      case "BEGUN" -> new Begun(person, heir(row), row.getInt("attempt"));
      case "ERASED" -> new Erased(person, row.getInt("deleted"), row.getInt("handed_over"));
      case "KEPT" -> new Kept(person, json.read(row.getString("refusal"), Refusal.class));
      case String other -> throw new IllegalStateException("a deletion cannot be " + other);
    };
  }

  private static @Nullable PersonId heir(ResultSet row) throws SQLException {
    UUID heir = row.getObject("heir_id", UUID.class);
    return heir == null ? null : new PersonId(heir);
  }

  private static @Nullable UUID value(@Nullable PersonId person) {
    return person == null ? null : person.value();
  }
}
