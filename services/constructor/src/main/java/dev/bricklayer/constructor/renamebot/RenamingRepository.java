package dev.bricklayer.constructor.renamebot;

import dev.bricklayer.chassis.JsonColumns;
import dev.bricklayer.chassis.TransactionLocks;
import dev.bricklayer.constructor.account.People;
import dev.bricklayer.constructor.renamebot.Renaming.Refused;
import dev.bricklayer.constructor.renamebot.Renaming.Renamed;
import dev.bricklayer.constructor.renamebot.Renaming.Unheard;
import dev.bricklayer.contracts.BotAccount;
import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.NameKey;
import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.SagaId;
import dev.bricklayer.contracts.renamebot.BotRenamed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was decided about each run of rename-bot, and bots under their names, in rows. */
@Repository
class RenamingRepository {

  private static final String FIND =
      """
      select renamed, refusal from renaming where saga_id = :saga
      """;

  private static final String FIND_BOT =
      """
      select owner_id, saga_id, status, account_user_id, account_username, version
      from bot
      where bot_id = :bot
      """;

  /** Served by bot__owner_name, whose condition it repeats. */
  private static final String IS_NAME_FREE =
      """
      select not exists (
        select from bot
        where owner_id = any(:owners) and name_key = :nameKey and status <> 'DELETING' and bot_id <> :bot)
      """;

  private static final String RENAME =
      """
      update bot set name = :name, name_key = :nameKey, version = :version where bot_id = :bot
      """;

  private static final String NAME_OF =
      """
      select name from bot where bot_id = :bot and status <> 'DELETING'
      """;

  private static final String KEEP =
      """
      insert into renaming (saga_id, bot_id, renamed, refusal)
      values (:saga, :bot, :renamed, :refusal)
      """;

  private final JdbcClient jdbc;
  private final TransactionLocks locks;
  private final People people;
  private final JsonColumns json;

  RenamingRepository(JdbcClient jdbc, TransactionLocks locks, People people, JsonColumns json) {
    this.jdbc = jdbc;
    this.locks = locks;
    this.people = people;
    this.json = json;
  }

  /** What is known of a run about this bot, for this transaction alone until it ends. */
  Renaming lockAndFind(BotId bot, SagaId saga) {
    locks.lock("bot", bot.value());
    return jdbc.sql(FIND)
        .param("saga", saga.value())
        .query((row, _) -> renaming(bot, row))
        .optional()
        .orElseGet(Unheard::new);
  }

  /**
   * The bot, which is locked, and whether the name is free; both hold until the transaction ends.
   */
  NamedBot find(BotId bot, String name) {
    return jdbc.sql(FIND_BOT)
        .param("bot", bot.value())
        .query((row, _) -> named(bot, name, row))
        .optional()
        .orElseGet(NamedBot.Gone::new);
  }

  /** The name that a bot has now; empty when it is gone, or on its way out. */
  Optional<String> nameOf(BotId bot) {
    return jdbc.sql(NAME_OF).param("bot", bot.value()).query(String.class).optional();
  }

  /** Writes what is known from now on. */
  void keep(Renaming next, SagaId saga) {
    switch (next) {
      case Unheard _ -> {}
      case Renamed(var said) -> {
        rename(said);
        keep(said.botId(), saga, json.column(said), null);
      }
      case Refused(var botId, var refusal) -> keep(botId, saga, null, json.column(refusal));
    }
  }

  private void rename(BotRenamed said) {
    jdbc.sql(RENAME)
        .param("bot", said.botId().value())
        .param("name", said.name())
        .param("nameKey", NameKey.of(said.name()).value())
        .param("version", said.version())
        .update();
  }

  private void keep(BotId bot, SagaId saga, @Nullable Object renamed, @Nullable Object refusal) {
    jdbc.sql(KEEP)
        .param("saga", saga.value())
        .param("bot", bot.value())
        .param("renamed", renamed)
        .param("refusal", refusal)
        .update();
  }

  private Renaming renaming(BotId bot, ResultSet row) throws SQLException {
    String refusal = row.getString("refusal");
    return refusal == null
        ? new Renamed(json.read(row.getString("renamed"), BotRenamed.class))
        : new Refused(bot, json.read(refusal, Refusal.class));
  }

  private NamedBot named(BotId bot, String name, ResultSet row) throws SQLException {
    PersonId owner = new PersonId(row.getObject("owner_id", UUID.class));
    if (row.getString("status").equals("DELETING")) {
      return new NamedBot.Gone();
    }
    if (row.getObject("saga_id") != null) {
      return new NamedBot.InHand(owner);
    }
    return new NamedBot.Living(
        owner,
        new BotAccount(row.getString("account_user_id"), row.getString("account_username")),
        isFree(bot, owner, name),
        row.getLong("version"));
  }

  /** Names of one person are given one at a time, as create-bot does it: bot first, then owner. */
  private boolean isFree(BotId bot, PersonId owner, String name) {
    people.lock(owner);
    return jdbc.sql(IS_NAME_FREE)
        .param("owners", people.idsOf(owner))
        .param("nameKey", NameKey.of(name).value())
        .param("bot", bot.value())
        .query(Boolean.class)
        .single();
  }
}
