package dev.bricklayer.engine.deletebot;

import dev.bricklayer.chassis.TransactionLocks;
import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.JobId;
import dev.bricklayer.contracts.SagaId;
import dev.bricklayer.contracts.state.BotRunState;
import dev.bricklayer.contracts.state.RunState;
import dev.bricklayer.engine.deletebot.Firing.Allowed;
import dev.bricklayer.engine.deletebot.Firing.Ended;
import dev.bricklayer.engine.deletebot.Firing.Ending;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Tombstones of bots, and what becomes of a bot's rows. Locks are taken in the order of the
 * deliveries: jobs, then the tombstone. Whoever holds the tombstone deletes jobs only where nothing
 * is being sent, and only a sender waits for a tombstone while it holds a job: so neither waits for
 * the other.
 */
@Repository
class FiringRepository {

  private static final String LOCK =
      """
      select saga_id, firing_ended_at is not null as ended
      from bot_tombstone
      where bot_id = :bot
      for update
      """;

  private static final String LOCK_ENDING =
      """
      select bot_id, saga_id
      from bot_tombstone
      where bot_id = any(:bots) and firing_ended_at is null
      order by bot_id
      for update
      """;

  /** Served by job__bot. Whoever takes an occurrence has committed SENDING, or waits and sees. */
  private static final String LOCK_JOBS =
      """
      select job_id from job where bot_id = :bot order by job_id for no key update
      """;

  private static final String BURY =
      """
      insert into bot_tombstone (bot_id, saga_id)
      values (:bot, :saga)
      """;

  /** Waits for a claim that is under way: what it claimed is there for the next statement. */
  private static final String UNPLAN =
      """
      with stopped as (
        update bot set status = 'STOPPED', stop_reason = 'BOT_DELETED' where bot_id = :bot
      )
      update schedule
      set next_fire_at = null
      from job
      where job.bot_id = :bot and schedule.job_id = job.job_id
        and schedule.next_fire_at is not null
      """;

  /** Through occurrence__under_way: few occurrences are, of whatever bot. */
  private static final String CANCEL =
      """
      update occurrence
      set state = 'CANCELLED', reason = 'the bot was deleted', final_at = now(), look_at = null,
          sending_until = null
      where bot_id = :bot and look_at is not null and state <> 'SENDING'
      """;

  private static final String IS_SENDING =
      """
      select exists (
        select from occurrence
        where bot_id = :bot and look_at is not null and state = 'SENDING')
      """;

  /** Schedules and runs go with their jobs; the ledger's days go by themselves. */
  private static final String ERASE_JOBS =
      """
      with erased as (
        delete from job where bot_id = :bot returning job_id, revision
      )
      select job_id, revision, run.version
      from erased join run using (job_id)
      order by job_id
      """;

  private static final String ERASE_BOT =
      """
      with erased_plan as (
        delete from first_plan where bot_id = :bot
      ), erased_changes as (
        delete from credentials_change where bot_id = :bot
      )
      delete from bot where bot_id = :bot returning version
      """;

  private static final String END =
      """
      update bot_tombstone set firing_ended_at = now() where bot_id = :bot
      """;

  private static final String IS_GONE =
      """
      select exists (select from bot_tombstone where bot_id = :bot)
      """;

  private final JdbcClient jdbc;
  private final TransactionLocks locks;

  FiringRepository(JdbcClient jdbc, TransactionLocks locks) {
    this.jdbc = jdbc;
    this.locks = locks;
  }

  /** What is known of a bot, for this transaction alone until it ends. */
  Firing lockAndFind(BotId bot) {
    locks.lock("bot", bot.value());
    return jdbc.sql(LOCK)
        .param("bot", bot.value())
        .query((row, _) -> firing(bot, row))
        .optional()
        .orElseGet(() -> new Allowed(bot));
  }

  /** Those among these bots that wait for the end of a sending, for this transaction alone. */
  List<Ending> lockEnding(Collection<BotId> bots) {
    return jdbc.sql(LOCK_ENDING)
        .param("bots", bots.stream().map(BotId::value).toArray(UUID[]::new))
        .query(
            (row, _) ->
                new Ending(
                    new BotId(row.getObject("bot_id", UUID.class)),
                    new SagaId(row.getObject("saga_id", UUID.class))))
        .list();
  }

  /** From here on nothing new is sent. */
  void bury(BotId bot, SagaId saga) {
    about(LOCK_JOBS, bot).query(row -> {});
    about(BURY, bot).param("saga", saga.value()).update();
    about(UNPLAN, bot).update();
  }

  /** Takes back what is not being sent, and says whether something is. */
  boolean cancelAndLook(BotId bot) {
    about(CANCEL, bot).update();
    return about(IS_SENDING, bot).query(Boolean.class).single();
  }

  /** Leaves nothing but the tombstone; says how the jobs ran last. */
  List<RunState> eraseJobs(BotId bot) {
    return about(ERASE_JOBS, bot).query((row, _) -> deleted(bot, row)).list();
  }

  /** Empty when the bot was never planned. */
  Optional<BotRunState> eraseBot(BotId bot) {
    about(END, bot).update();
    return about(ERASE_BOT, bot)
        .query(Long.class)
        .optional()
        .map(version -> new BotRunState(bot, BotRunState.Status.DELETED, null, version + 1));
  }

  boolean isGone(BotId bot) {
    return about(IS_GONE, bot).query(Boolean.class).single();
  }

  private JdbcClient.StatementSpec about(String sql, BotId bot) {
    return jdbc.sql(sql).param("bot", bot.value());
  }

  private static Firing firing(BotId bot, ResultSet row) throws SQLException {
    SagaId saga = new SagaId(row.getObject("saga_id", UUID.class));
    return row.getBoolean("ended") ? new Ended(bot, saga) : new Ending(bot, saga);
  }

  private static RunState deleted(BotId bot, ResultSet row) throws SQLException {
    return new RunState(
        new JobId(row.getObject("job_id", UUID.class)),
        bot,
        row.getLong("revision"),
        RunState.Status.DELETED,
        null,
        null,
        row.getLong("version") + 1);
  }
}
