package dev.bricklayer.bff.operation;

import dev.bricklayer.bff.operation.Progress.Done;
import dev.bricklayer.bff.operation.Progress.NeedsHelp;
import dev.bricklayer.bff.operation.Progress.Undone;
import dev.bricklayer.bff.operation.Progress.Working;
import dev.bricklayer.chassis.JsonColumns;
import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.JobId;
import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.SagaId;
import dev.bricklayer.messaging.LastWrites;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class OperationRepository {

  private static final String COLUMNS =
      """
      operation_id, saga, person_id, bot_id, job_id, status, refusal, started_at, deadline_at, abandoned_at
      """;

  /**
   * Two requests under one key: the second waits for the first one's commit and then inserts
   * nothing. Without a key nothing can clash.
   */
  private static final String INSERT =
      """
      insert into operation
        (operation_id, saga, person_id, bot_id, job_id, status, deadline_at, look_at, idempotency_key, request_hash)
      values
        (:id, :saga, :person, :bot, :job, 'WORKING', now() + :deadline::interval, now() + :deadline::interval, :key, :hash)
      on conflict (person_id, idempotency_key) do nothing
      returning\s"""
          + COLUMNS;

  /** What began elsewhere is told more than once. */
  private static final String NOTE =
      """
      insert into operation (operation_id, saga, person_id, bot_id, status, deadline_at, look_at)
      values
        (:id, :saga, :person, :bot, 'WORKING', now() + :deadline::interval, now() + :deadline::interval)
      on conflict (operation_id) do nothing
      """;

  private static final String BY_KEY =
      "select "
          + COLUMNS
          + """
          , request_hash = :hash as same
          from operation
          where person_id = :person and idempotency_key = :key
          """;

  private static final String BY_ID =
      "select " + COLUMNS + " from operation where operation_id = :id";

  /** The one row that says how far it is: all who end it, ask about it or give it up meet here. */
  private static final String LOCK = BY_ID + " for update";

  /** What has ended is not locked again. */
  private static final String LOCK_UNDER_WAY =
      BY_ID + " and status in ('WORKING', 'NEEDS_HELP') for update";

  private static final String END =
      """
      update operation
      set status = :status, refusal = :refusal, ended_at = now(), look_at = null
      where operation_id = :id
      """;

  private static final String ABANDON =
      """
      update operation
      set status = :status, abandoned_at = coalesce(abandoned_at, now())
      where operation_id = :id
      """;

  /**
   * Served by operation__due. Skipping what another copy has locked lets all copies sweep; they
   * share the database's clock.
   */
  private static final String LOCK_DUE =
      "select "
          + COLUMNS
          + """
          , deadline_at + :helpAfter::interval <= now() as help_due
          from operation
          where look_at <= now()
          order by look_at
          limit :most
          for update skip locked
          """;

  private static final String LOOK_AGAIN =
      """
      update operation set look_at = now() + :after::interval
      where operation_id = :id and look_at is not null
      """;

  private static final String NEEDING_HELP =
      "select "
          + COLUMNS
          + """
          from operation
          where status = 'NEEDS_HELP' and operation_id > :after
          order by operation_id
          limit :most
          """;

  private static final String COUNT_NEEDING_HELP =
      "select count(*) from operation where status = 'NEEDS_HELP'";

  /** In pieces, so that no lock is held for long. */
  private static final String FORGET =
      """
      delete from operation
      where operation_id in
        (select operation_id from operation where ended_at < now() - :kept::interval limit 1000)
      """;

  private final JdbcClient jdbc;
  private final LastWrites lastWrites;
  private final JsonColumns json;

  OperationRepository(JdbcClient jdbc, LastWrites lastWrites, JsonColumns json) {
    this.jdbc = jdbc;
    this.lastWrites = lastWrites;
    this.json = json;
  }

  /** An operation whose time for help may have come. */
  record Due(Operation operation, boolean helpDue) {}

  /** An operation found by its key, and whether the same was asked. */
  record Kept(Operation operation, boolean sameRequest) {}

  /** Empty when the person has used the key before. */
  Optional<Operation> insert(NewOperation wish, Duration deadline) {
    RequestKey key = wish.requestKey();
    return jdbc.sql(INSERT)
        .param("id", wish.id().value())
        .param("saga", wish.saga().name())
        .param("person", wish.person().value())
        .param("bot", value(wish.aboutBot()))
        .param("job", wish.job() == null ? null : wish.job().value())
        .param("deadline", deadline.toString())
        .param("key", key == null ? null : key.key())
        .param("hash", key == null ? null : key.hash())
        .query(this::operation)
        .optional();
  }

  void note(NewOperation begun, Duration deadline) {
    jdbc.sql(NOTE)
        .param("id", begun.id().value())
        .param("saga", begun.saga().name())
        .param("person", begun.person().value())
        .param("bot", value(begun.aboutBot()))
        .param("deadline", deadline.toString())
        .update();
  }

  private static @Nullable UUID value(@Nullable BotId bot) {
    return bot == null ? null : bot.value();
  }

  Kept byKey(PersonId person, RequestKey key) {
    return jdbc.sql(BY_KEY)
        .param("person", person.value())
        .param("key", key.key())
        .param("hash", key.hash())
        .query((row, number) -> new Kept(operation(row, number), row.getBoolean("same")))
        .single();
  }

  Optional<Operation> find(SagaId id) {
    return jdbc.sql(BY_ID).param("id", id.value()).query(this::operation).optional();
  }

  Optional<Operation> lock(SagaId id) {
    return jdbc.sql(LOCK).param("id", id.value()).query(this::operation).optional();
  }

  /** Empty when it has ended, or there is no such operation. */
  Optional<Operation> lockUnderWay(SagaId id) {
    return jdbc.sql(LOCK_UNDER_WAY).param("id", id.value()).query(this::operation).optional();
  }

  /** An end is written at the end of the transaction. */
  void write(SagaId id, Progress progress) {
    switch (progress) {
      case Working _, NeedsHelp _ ->
          jdbc.sql(ABANDON).param("id", id.value()).param("status", status(progress)).update();
      case Done _ -> end(id, progress, null);
      case Undone(var refusal) -> end(id, progress, json.column(refusal));
    }
  }

  private void end(SagaId id, Progress progress, @Nullable Object refusal) {
    lastWrites
        .sql(END)
        .param("id", id.value())
        .param("status", status(progress))
        .param("refusal", refusal)
        .atCommit();
  }

  List<Due> lockDue(Duration helpAfter, int most) {
    return jdbc.sql(LOCK_DUE)
        .param("helpAfter", helpAfter.toString())
        .param("most", most)
        .query((row, number) -> new Due(operation(row, number), row.getBoolean("help_due")))
        .list();
  }

  void lookAgain(SagaId id, Duration after) {
    jdbc.sql(LOOK_AGAIN).param("id", id.value()).param("after", after.toString()).update();
  }

  List<Stuck> needingHelp(UUID after, int most) {
    return jdbc.sql(NEEDING_HELP)
        .param("after", after)
        .param("most", most)
        .query((row, number) -> new Stuck(operation(row, number), instant(row, "abandoned_at")))
        .list();
  }

  long countNeedingHelp() {
    return jdbc.sql(COUNT_NEEDING_HELP).query(Long.class).single();
  }

  int forget(Duration kept) {
    return jdbc.sql(FORGET).param("kept", kept.toString()).update();
  }

  private Operation operation(ResultSet row, int number) throws SQLException {
    UUID bot = row.getObject("bot_id", UUID.class);
    UUID job = row.getObject("job_id", UUID.class);
    return new Operation(
        new SagaId(row.getObject("operation_id", UUID.class)),
        row.getString("saga"),
        new PersonId(row.getObject("person_id", UUID.class)),
        bot == null ? null : new BotId(bot),
        job == null ? null : new JobId(job),
        progress(row),
        instant(row, "started_at"),
        instant(row, "deadline_at"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private Progress progress(ResultSet row) throws SQLException {
    return switch (row.getString("status")) {
      case "WORKING" -> new Working(row.getObject("abandoned_at") != null);
      case "DONE" -> new Done();
      case "UNDONE" ->
          new Undone(json.read(Objects.requireNonNull(row.getString("refusal")), Refusal.class));
      case "NEEDS_HELP" -> new NeedsHelp();
      case String other -> throw new IllegalStateException("an operation cannot be " + other);
    };
  }

  static String status(Progress progress) {
    return switch (progress) {
      case Working _ -> "WORKING";
      case Done _ -> "DONE";
      case Undone _ -> "UNDONE";
      case NeedsHelp _ -> "NEEDS_HELP";
    };
  }
}
