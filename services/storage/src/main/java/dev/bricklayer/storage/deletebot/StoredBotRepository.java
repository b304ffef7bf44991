package dev.bricklayer.storage.deletebot;

import dev.bricklayer.chassis.JsonColumns;
import dev.bricklayer.chassis.TransactionLocks;
import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.Job;
import dev.bricklayer.contracts.JobContent;
import dev.bricklayer.contracts.JobId;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.RefusalCode;
import dev.bricklayer.contracts.SagaId;
import dev.bricklayer.storage.deletebot.StoredBot.Gone;
import dev.bricklayer.storage.deletebot.StoredBot.Kept;
import dev.bricklayer.storage.deletebot.StoredBot.KeptJob;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All that is kept of a bot, in rows, and its end. */
@Repository
class StoredBotRepository {

  private static final String IS_GONE =
      """
      select exists (select from bot_tombstone where bot_id = :bot)
      """;

  /** Few rows of one bot; those that are being deleted themselves are erased with the others. */
  private static final String JOBS =
      """
      select job.job_id, job.revision, job.version, job_revision.content
      from job join job_revision using (job_id, revision)
      where job.bot_id = :bot
      order by job.job_id
      """;

  /** The revisions go with their job. */
  private static final String ERASE =
      """
      with erased_credentials as (
        delete from bot_credentials where bot_id = :bot
      ), erased_changes as (
        delete from credentials_change where bot_id = :bot
      ), erased_jobs as (
        delete from job where bot_id = :bot
      )
      insert into bot_tombstone (bot_id, saga_id, refusal)
      values (:bot, :saga, :refusal)
      """;

  private final JdbcClient jdbc;
  private final TransactionLocks locks;
  private final JsonColumns json;

  StoredBotRepository(JdbcClient jdbc, TransactionLocks locks, JsonColumns json) {
    this.jdbc = jdbc;
    this.locks = locks;
    this.json = json;
  }

  /** What is known of a bot, for this transaction alone until it ends. */
  StoredBot lockAndFind(BotId bot) {
    locks.lock("bot", bot.value());
    if (jdbc.sql(IS_GONE).param("bot", bot.value()).query(Boolean.class).single()) {
      return new Gone(bot);
    }
    return new Kept(
        bot, jdbc.sql(JOBS).param("bot", bot.value()).query((row, _) -> job(row)).list());
  }

  /** Writes what is known from now on. */
  void keep(StoredBot next, SagaId saga) {
    switch (next) {
      case Kept _ -> {}
      case Gone gone ->
          jdbc.sql(ERASE)
              .param("bot", gone.botId().value())
              .param("saga", saga.value())
              .param("refusal", json.column(Refusal.of(RefusalCode.BOT_DELETED, "")))
              .update();
    }
  }

  private KeptJob job(ResultSet row) throws SQLException {
    return new KeptJob(
        new Job(
            new JobId(row.getObject("job_id", UUID.class)),
            row.getLong("revision"),
            json.read(row.getString("content"), JobContent.class)),
        row.getLong("version"));
  }
}
