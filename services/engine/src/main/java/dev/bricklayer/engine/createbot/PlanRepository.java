package dev.bricklayer.engine.createbot;

import dev.bricklayer.chassis.JsonColumns;
import dev.bricklayer.chassis.TransactionLocks;
import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.RefusalCode;
import dev.bricklayer.contracts.SagaId;
import dev.bricklayer.engine.createbot.Plan.Checked;
import dev.bricklayer.engine.createbot.Plan.Checking;
import dev.bricklayer.engine.createbot.Plan.Gone;
import dev.bricklayer.engine.createbot.Plan.Planned;
import dev.bricklayer.engine.createbot.Plan.Unknown;
import dev.bricklayer.messaging.LastWrites;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** First plans and tombstones in rows, and the bot that a plan brings to life. */
@Repository
class PlanRepository {

  /**
   * One row, whatever is known: both tables are asked by their primary keys. And by which clock it
   * is judged.
   */
  private static final String FIND =
      """
      select tombstone.bot_id is not null as bot_deleted, first_plan.state, first_plan.planned,
             first_plan.refusal, clock_timestamp() as now
      from (values (cast(:bot as uuid))) as asked (bot_id)
      left join bot_tombstone as tombstone using (bot_id)
      left join first_plan using (bot_id)
      """;

  private static final String KEEP =
      """
      insert into first_plan (bot_id, saga_id, state, planned, refusal)
      values (:bot, :saga, :state, :planned, :refusal)
      on conflict (bot_id) do update
      set state = excluded.state, planned = excluded.planned, refusal = excluded.refusal,
          decided_at = now()
      """;

  private static final String ADD_BOT =
      """
      insert into bot (bot_id, owner_id, account_user_id, account_username, credentials)
      values (:bot, :owner, :userId, :username, :credentials)
      """;

  private final LastWrites lastWrites;
  private final TransactionLocks locks;
  private final JsonColumns json;

  PlanRepository(LastWrites lastWrites, TransactionLocks locks, JsonColumns json) {
    this.lastWrites = lastWrites;
    this.locks = locks;
    this.json = json;
  }

  /**
   * What is known of a bot's first job.
   *
   * @param now the database's time
   */
  record Known(Plan plan, Instant now) {}

  /** What is known of a bot's first job, for this transaction alone until it ends. */
  Known lockAndFind(BotId bot) {
    return locks.lockAndFind(
        "bot",
        bot.value(),
        FIND,
        Map.of("bot", bot.value()),
        (row, _) ->
            new Known(plan(bot, row), row.getObject("now", OffsetDateTime.class).toInstant()));
  }

  /** Writes, at the end of the transaction, what is known from then on. */
  void keep(Plan next, SagaId saga) {
    switch (next) {
      case Unknown _ -> {}
      case Checked checked -> keep(checked.botId(), saga, "CHECKED", null, null);
      case Checking checking -> keep(checking.botId(), saga, "CHECKING", null, null);
      case Planned planned -> keep(planned.botId(), saga, "PLANNED", json.column(planned), null);
      case Gone gone -> keep(gone.botId(), saga, "GONE", null, json.column(gone.refusal()));
    }
  }

  /** The bot, as sending needs it; at the end of the transaction. */
  void addBot(CheckChannel of) {
    lastWrites
        .sql(ADD_BOT)
        .param("bot", of.botId().value())
        .param("owner", of.owner().value())
        .param("userId", of.account().userId())
        .param("username", of.account().username())
        .param("credentials", json.column(of.credentials()))
        .atCommit();
  }

  private void keep(
      BotId bot, SagaId saga, String state, @Nullable Object planned, @Nullable Object refusal) {
    lastWrites
        .sql(KEEP)
        .param("bot", bot.value())
        .param("saga", saga.value())
        .param("state", state)
        .param("planned", planned)
        .param("refusal", refusal)
        .atCommit();
  }

  private Plan plan(BotId bot, ResultSet row) throws SQLException {
    if (row.getBoolean("bot_deleted")) {
      return new Gone(bot, Refusal.of(RefusalCode.BOT_DELETED, ""));
    }
    return switch (row.getString("state")) {
      case null -> new Unknown();
      case "CHECKED" -> new Checked(bot);
      case "CHECKING" -> new Checking(bot);
      case "PLANNED" -> json.read(row.getString("planned"), Planned.class);
      case "GONE" -> new Gone(bot, json.read(row.getString("refusal"), Refusal.class));
      case String other -> throw new IllegalStateException("no plan is " + other);
    };
  }
}
