package dev.bricklayer.engine.changejob;

import dev.bricklayer.chassis.JsonColumns;
import dev.bricklayer.chassis.TransactionLocks;
import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.JobId;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.SagaId;
import dev.bricklayer.contracts.changejob.RevisionApplied;
import dev.bricklayer.engine.changejob.KnownRevision.Applied;
import dev.bricklayer.engine.changejob.KnownRevision.Checking;
import dev.bricklayer.engine.changejob.KnownRevision.Gone;
import dev.bricklayer.engine.changejob.KnownRevision.Joining;
import dev.bricklayer.engine.changejob.KnownRevision.Unknown;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was decided about revisions, in rows. */
@Repository
class RevisionPlanRepository {

  private static final String FIND =
      """
      select job_id, state, joined, applied, refusal
      from revision_plan
      where saga_id = :saga
      """;

  private static final String KEEP =
      """
      insert into revision_plan (saga_id, job_id, state, joined, applied, refusal)
      values (:saga, :job, :state, :joined, :applied, :refusal)
      on conflict (saga_id) do update
      set state = excluded.state, joined = excluded.joined, applied = excluded.applied,
          refusal = excluded.refusal, decided_at = now()
      """;

  private final JdbcClient jdbc;
  private final TransactionLocks locks;
  private final JsonColumns json;

  RevisionPlanRepository(JdbcClient jdbc, TransactionLocks locks, JsonColumns json) {
    this.jdbc = jdbc;
    this.locks = locks;
    this.json = json;
  }

  /** What is known of a change; its bot is for this transaction alone until that ends. */
  KnownRevision lockAndFind(BotId bot, SagaId saga) {
    locks.lock("bot", bot.value());
    return jdbc.sql(FIND)
        .param("saga", saga.value())
        .query((row, _) -> known(row))
        .optional()
        .orElseGet(Unknown::new);
  }

  /** Writes what is known from now on. */
  void keep(KnownRevision next, SagaId saga) {
    switch (next) {
      case Unknown _ -> {}
      case Joining(var job) -> write(saga, job, "JOINING", true).update();
      case Checking(var job, var joined) -> write(saga, job, "CHECKING", joined).update();
      case Applied(var answer) ->
          write(saga, answer.jobId(), "APPLIED", false)
              .param("applied", json.column(answer))
              .update();
      case Gone(var job, var refusal, var joined) ->
          write(saga, job, "GONE", joined).param("refusal", json.column(refusal)).update();
    }
  }

  /** Without what was decided, which may still be set. */
  private JdbcClient.StatementSpec write(SagaId saga, JobId job, String state, boolean joined) {
    return jdbc.sql(KEEP)
        .param("saga", saga.value())
        .param("job", job.value())
        .param("state", state)
        .param("joined", joined)
        .param("applied", null)
        .param("refusal", null);
  }

  private KnownRevision known(ResultSet row) throws SQLException {
    JobId job = new JobId(row.getObject("job_id", UUID.class));
    return switch (row.getString("state")) {
      case "JOINING" -> new Joining(job);
      case "CHECKING" -> new Checking(job, row.getBoolean("joined"));
      case "APPLIED" -> new Applied(json.read(row.getString("applied"), RevisionApplied.class));
      case "GONE" ->
          new Gone(
              job, json.read(row.getString("refusal"), Refusal.class), row.getBoolean("joined"));
      case String other -> throw new IllegalStateException("no revision is " + other);
    };
  }
}
