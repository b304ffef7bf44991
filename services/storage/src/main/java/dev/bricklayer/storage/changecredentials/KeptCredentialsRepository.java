package dev.bricklayer.storage.changecredentials;

import dev.bricklayer.chassis.JsonColumns;
import dev.bricklayer.chassis.TransactionLocks;
import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.Credentials;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.SagaId;
import dev.bricklayer.storage.changecredentials.KeptCredentials.BotGone;
import dev.bricklayer.storage.changecredentials.KeptCredentials.Both;
import dev.bricklayer.storage.changecredentials.KeptCredentials.Dropped;
import dev.bricklayer.storage.changecredentials.KeptCredentials.Settled;
import dev.bricklayer.storage.changecredentials.KeptCredentials.Unheard;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Old and new credentials in rows. A run's own credentials are those that were created in it. */
@Repository
class KeptCredentialsRepository {

  /** One row, whatever is known: all tables are asked by their primary keys. */
  private static final String FIND =
      """
      select tombstone.bot_id is not null as bot_gone, change.state, change.refusal,
             bot_credentials.credentials
      from (values (cast(:bot as uuid), cast(:saga as uuid))) as asked (bot_id, run)
      left join bot_tombstone as tombstone using (bot_id)
      left join credentials_change as change on change.saga_id = asked.run
      left join bot_credentials
        on bot_credentials.bot_id = asked.bot_id and bot_credentials.created_in = asked.run
      """;

  private static final String KEEP_BOTH =
      """
      with kept as (
        insert into bot_credentials (bot_id, revision, credentials, created_in)
        select :bot, coalesce(max(revision), 0) + 1, :credentials, :saga
        from bot_credentials
        where bot_id = :bot
      )
      insert into credentials_change (saga_id, bot_id, state)
      values (:saga, :bot, 'KEPT')
      """;

  private static final String DROP_OLD =
      """
      with dropped as (
        delete from bot_credentials where bot_id = :bot and created_in <> :saga
      )
      update credentials_change set state = 'SETTLED', decided_at = now() where saga_id = :saga
      """;

  private static final String DROP_NEW =
      """
      with dropped as (
        delete from bot_credentials where bot_id = :bot and created_in = :saga
      )
      insert into credentials_change (saga_id, bot_id, state, refusal)
      values (:saga, :bot, 'DROPPED', :refusal)
      on conflict (saga_id) do update
      set state = excluded.state, refusal = excluded.refusal, decided_at = now()
      """;

  private final JdbcClient jdbc;
  private final TransactionLocks locks;
  private final JsonColumns json;

  KeptCredentialsRepository(JdbcClient jdbc, TransactionLocks locks, JsonColumns json) {
    this.jdbc = jdbc;
    this.locks = locks;
    this.json = json;
  }

  /** What is known of a run about this bot, for this transaction alone until it ends. */
  KeptCredentials lockAndFind(BotId bot, SagaId saga) {
    locks.lock("bot", bot.value());
    return about(FIND, bot, saga).query((row, _) -> kept(bot, row)).single();
  }

  /** Writes what is known from now on. */
  void keep(KeptCredentials next, SagaId saga) {
    switch (next) {
      case Unheard _, BotGone _ -> {}
      case Both both ->
          about(KEEP_BOTH, both.botId(), saga)
              .param("credentials", json.column(both.fresh()))
              .update();
      case Settled settled -> about(DROP_OLD, settled.botId(), saga).update();
      case Dropped dropped ->
          about(DROP_NEW, dropped.botId(), saga)
              .param("refusal", json.column(dropped.refusal()))
              .update();
    }
  }

  private JdbcClient.StatementSpec about(String sql, BotId bot, SagaId saga) {
    return jdbc.sql(sql).param("bot", bot.value()).param("saga", saga.value());
  }

  private KeptCredentials kept(BotId bot, ResultSet row) throws SQLException {
    if (row.getBoolean("bot_gone")) {
      return new BotGone();
    }
    return switch (row.getString("state")) {
      case null -> new Unheard();
      case "KEPT" -> new Both(bot, json.read(row.getString("credentials"), Credentials.class));
      case "SETTLED" -> new Settled(bot);
      case "DROPPED" -> new Dropped(bot, json.read(row.getString("refusal"), Refusal.class));
      case String other -> throw new IllegalStateException("no change of credentials is " + other);
    };
  }
}
