package dev.bricklayer.constructor.changecredentials;

import dev.bricklayer.chassis.JsonColumns;
import dev.bricklayer.chassis.TransactionLocks;
import dev.bricklayer.constructor.changecredentials.CredentialsChange.Settled;
import dev.bricklayer.constructor.changecredentials.CredentialsChange.Undone;
import dev.bricklayer.constructor.changecredentials.CredentialsChange.Unheard;
import dev.bricklayer.constructor.changecredentials.CredentialsChange.Verified;
import dev.bricklayer.constructor.changecredentials.CredentialsChange.Verifying;
import dev.bricklayer.contracts.BotAccount;
import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.SagaId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Runs of change-credentials, and the bots that they have in hand, in rows. */
@Repository
class CredentialsChangeRepository {

  private static final String FIND =
      """
      select state, account_user_id, account_username, refusal
      from credentials_change
      where saga_id = :saga
      """;

  private static final String FIND_BOT =
      """
      select owner_id, name, status, saga_id, version, shared,
             exists (select from managed_account where bot_id = :bot) as managed
      from bot
      where bot_id = :bot
      """;

  private static final String TAKE_IN_HAND =
      """
      with in_hand as (
        update bot set saga_id = :saga where bot_id = :bot
      )
      insert into credentials_change (saga_id, bot_id, state) values (:saga, :bot, 'VERIFYING')
      """;

  private static final String VERIFIED =
      """
      update credentials_change
      set state = 'VERIFIED', account_user_id = :userId, account_username = :username,
          decided_at = now()
      where saga_id = :saga
      """;

  private static final String SETTLE =
      """
      with settled as (
        update bot
        set saga_id = null, account_user_id = change.account_user_id,
            account_username = change.account_username, version = bot.version + 1
        from credentials_change as change
        where bot.bot_id = :bot and bot.saga_id = :saga and change.saga_id = :saga
      )
      update credentials_change set state = 'SETTLED', decided_at = now() where saga_id = :saga
      """;

  /** Another saga's bot stays in that one's hands. */
  private static final String UNDO =
      """
      with let_go as (
        update bot set saga_id = null where bot_id = :bot and saga_id = :saga
      )
      insert into credentials_change (saga_id, bot_id, state, refusal)
      values (:saga, :bot, 'UNDONE', :refusal)
      on conflict (saga_id) do update
      set state = excluded.state, refusal = excluded.refusal, decided_at = now()
      """;

  private final JdbcClient jdbc;
  private final TransactionLocks locks;
  private final JsonColumns json;

  CredentialsChangeRepository(JdbcClient jdbc, TransactionLocks locks, JsonColumns json) {
    this.jdbc = jdbc;
    this.locks = locks;
    this.json = json;
  }

  /** What is known of a run about this bot, for this transaction alone until it ends. */
  CredentialsChange lockAndFind(BotId bot, SagaId saga) {
    locks.lock("bot", bot.value());
    return jdbc.sql(FIND)
        .param("saga", saga.value())
        .query((row, _) -> change(bot, row))
        .optional()
        .orElseGet(Unheard::new);
  }

  /** The bot, which is locked, as a run finds it that wants it. */
  HeldBot find(BotId bot) {
    return jdbc.sql(FIND_BOT)
        .param("bot", bot.value())
        .query((row, _) -> held(row))
        .optional()
        .orElseGet(HeldBot.Gone::new);
  }

  /** The bot, which is locked, as it was said last; empty when it is gone. */
  Optional<OwnedBot> owned(BotId bot) {
    return jdbc.sql(FIND_BOT)
        .param("bot", bot.value())
        .query((row, _) -> new OwnedBot(owner(row), row.getString("name"), row.getLong("version")))
        .optional();
  }

  /** Writes what is known from now on. */
  void keep(CredentialsChange next, SagaId saga) {
    switch (next) {
      case Unheard _ -> {}
      case Verifying(var bot) -> about(TAKE_IN_HAND, bot, saga).update();
      case Verified(var _, var account) ->
          jdbc.sql(VERIFIED)
              .param("saga", saga.value())
              .param("userId", account.userId())
              .param("username", account.username())
              .update();
      case Settled(var bot) -> about(SETTLE, bot, saga).update();
      case Undone(var bot, var refusal) ->
          about(UNDO, bot, saga).param("refusal", json.column(refusal)).update();
    }
  }

  private JdbcClient.StatementSpec about(String sql, BotId bot, SagaId saga) {
    return jdbc.sql(sql).param("bot", bot.value()).param("saga", saga.value());
  }

  private CredentialsChange change(BotId bot, ResultSet row) throws SQLException {
    return switch (row.getString("state")) {
      case "VERIFYING" -> new Verifying(bot);
      case "VERIFIED" -> new Verified(bot, account(row));
      case "SETTLED" -> new Settled(bot);
      case "UNDONE" -> new Undone(bot, json.read(row.getString("refusal"), Refusal.class));
      case String other -> throw new IllegalStateException("no change of credentials is " + other);
    };
  }

  private static HeldBot held(ResultSet row) throws SQLException {
    if (row.getString("status").equals("DELETING")) {
      return new HeldBot.Gone();
    }
    PersonId owner = owner(row);
    return row.getObject("saga_id") == null
        ? new HeldBot.Free(owner, kind(row))
        : new HeldBot.InHand(owner);
  }

  private static HeldBot.Kind kind(ResultSet row) throws SQLException {
    if (row.getBoolean("managed")) {
      return HeldBot.Kind.MANAGED;
    }
    return row.getBoolean("shared") ? HeldBot.Kind.SHARED : HeldBot.Kind.OWN_TOKEN;
  }

  private static PersonId owner(ResultSet row) throws SQLException {
    return new PersonId(row.getObject("owner_id", UUID.class));
  }

  private static BotAccount account(ResultSet row) throws SQLException {
    return new BotAccount(row.getString("account_user_id"), row.getString("account_username"));
  }
}
