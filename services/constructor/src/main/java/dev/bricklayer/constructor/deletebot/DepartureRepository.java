package dev.bricklayer.constructor.deletebot;

import dev.bricklayer.chassis.JsonColumns;
import dev.bricklayer.chassis.TransactionLocks;
import dev.bricklayer.constructor.deletebot.Departure.Gone;
import dev.bricklayer.constructor.deletebot.Departure.InHand;
import dev.bricklayer.constructor.deletebot.Departure.Living;
import dev.bricklayer.constructor.deletebot.Departure.Marked;
import dev.bricklayer.constructor.deletebot.Departure.Refused;
import dev.bricklayer.constructor.deletebot.Departure.Unknown;
import dev.bricklayer.contracts.BotAccount;
import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.RefusalCode;
import dev.bricklayer.contracts.SagaId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Bots that go, and what is left of them, in rows. */
@Repository
class DepartureRepository {

  private static final String DELETING = "DELETING";

  /** One row, whatever is known: all tables are asked by their primary keys. */
  private static final String FIND =
      """
      select tombstone.saga_id as buried_by, bot.owner_id, bot.name, bot.status, bot.saga_id,
             bot.account_user_id, bot.account_username, bot.version, refused.refusal
      from (values (cast(:bot as uuid), cast(:saga as uuid))) as asked (bot_id, by)
      left join bot_tombstone as tombstone using (bot_id)
      left join bot using (bot_id)
      left join refused_deletion as refused on refused.saga_id = asked.by
      """;

  /**
   * The tombstone stands from the first moment on: whatever else arrives for the bot finds it gone.
   * The row stays until the others are through, without a claim on its name.
   */
  private static final String MARK =
      """
      with marked as (
        update bot
        set status = 'DELETING', saga_id = :saga, version = :version
        where bot_id = :bot
      )
      insert into bot_tombstone (bot_id, saga_id, refusal)
      values (:bot, :saga, :refusal)
      """;

  private static final String REFUSE =
      """
      insert into refused_deletion (saga_id, bot_id, refusal)
      values (:saga, :bot, :refusal)
      """;

  private static final String FORGET =
      """
      with forgotten_refusals as (
        delete from refused_deletion where bot_id = :bot
      ), forgotten_names as (
        delete from renaming where bot_id = :bot
      ), forgotten_credentials as (
        delete from credentials_change where bot_id = :bot
      ), forgotten_joins as (
        delete from channel_join where bot_id = :bot
      )
      delete from bot where bot_id = :bot
      """;

  private final JdbcClient jdbc;
  private final TransactionLocks locks;
  private final JsonColumns json;

  DepartureRepository(JdbcClient jdbc, TransactionLocks locks, JsonColumns json) {
    this.jdbc = jdbc;
    this.locks = locks;
    this.json = json;
  }

  /** What is known of a bot and of a run, for this transaction alone until it ends. */
  Departure lockAndFind(BotId bot, SagaId by) {
    locks.lock("bot", bot.value());
    return jdbc.sql(FIND)
        .param("bot", bot.value())
        .param("saga", by.value())
        .query((row, _) -> departure(bot, by, row))
        .single();
  }

  /** Writes what is known from now on. */
  void keep(Departure next) {
    switch (next) {
      case Unknown _, InHand _, Living _ -> {}
      case Marked bot ->
          jdbc.sql(MARK)
              .param("bot", bot.botId().value())
              .param("saga", bot.by().value())
              .param("version", bot.version())
              .param("refusal", json.column(Refusal.of(RefusalCode.BOT_DELETED, "")))
              .update();
      case Refused refused ->
          jdbc.sql(REFUSE)
              .param("saga", refused.by().value())
              .param("bot", refused.botId().value())
              .param("refusal", json.column(refused.refusal()))
              .update();
      case Gone gone -> jdbc.sql(FORGET).param("bot", gone.botId().value()).update();
    }
  }

  private Departure departure(BotId bot, SagaId by, ResultSet row) throws SQLException {
    String refusal = row.getString("refusal");
    if (refusal != null) {
      return new Refused(bot, by, json.read(refusal, Refusal.class));
    }
    String status = row.getString("status");
    UUID buriedBy = row.getObject("buried_by", UUID.class);
    if (status == null) {
      return buriedBy == null ? new Unknown() : new Gone(bot, new SagaId(buriedBy));
    }
    return living(bot, status, row);
  }

  private static Departure living(BotId bot, String status, ResultSet row) throws SQLException {
    PersonId owner = new PersonId(row.getObject("owner_id", UUID.class));
    @Nullable UUID inHandOf = row.getObject("saga_id", UUID.class);
    String name = row.getString("name");
    BotAccount account =
        new BotAccount(row.getString("account_user_id"), row.getString("account_username"));
    long version = row.getLong("version");
    if (inHandOf == null) {
      return new Living(bot, owner, name, account, version);
    }
    return status.equals(DELETING)
        ? new Marked(bot, owner, name, account, version, new SagaId(inHandOf))
        : new InHand(bot, owner);
  }
}
