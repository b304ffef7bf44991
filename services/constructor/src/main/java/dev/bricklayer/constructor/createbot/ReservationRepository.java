package dev.bricklayer.constructor.createbot;

import dev.bricklayer.chassis.JsonColumns;
import dev.bricklayer.chassis.TransactionLocks;
import dev.bricklayer.constructor.account.People;
import dev.bricklayer.constructor.createbot.Reservation.Active;
import dev.bricklayer.constructor.createbot.Reservation.Approved;
import dev.bricklayer.constructor.createbot.Reservation.Closing;
import dev.bricklayer.constructor.createbot.Reservation.Gone;
import dev.bricklayer.constructor.createbot.Reservation.Made;
import dev.bricklayer.constructor.createbot.Reservation.Making;
import dev.bricklayer.constructor.createbot.Reservation.Reserved;
import dev.bricklayer.constructor.createbot.Reservation.Unknown;
import dev.bricklayer.constructor.createbot.Reservation.Verifying;
import dev.bricklayer.constructor.managed.ManagedAccounts;
import dev.bricklayer.contracts.BotAccount;
import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.NameKey;
import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.SagaId;
import dev.bricklayer.messaging.LastWrites;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Repository;

/** Bots and tombstones in rows. */
@Repository
class ReservationRepository {

  /** One row, whatever is known: the tables are asked by their primary keys. */
  private static final String FIND =
      """
      select tombstone.refusal, bot.owner_id, bot.name, bot.status,
             bot.account_user_id, bot.account_username,
             managed_account.bot_id is not null as managed
      from (values (cast(:bot as uuid))) as asked (bot_id)
      left join bot_tombstone as tombstone using (bot_id)
      left join bot using (bot_id)
      left join managed_account using (bot_id)
      """;

  /**
   * The bots by bot__owner_name, whose condition it repeats. People without an account, known by
   * their Mattermost identity alone, are not barred; whoever is linked to a barred account is.
   */
  private static final String LOOK_FOR_ROOM =
      "with owner as (select array("
          + People.SELVES
          + """
          ) as selves)
          select count(*) as bots,
                 coalesce(bool_or(name_key = :nameKey), false) as name_taken,
                 exists (
                   select from account
                   where person_id = any((select selves from owner)::uuid[])
                     and status <> 'ACTIVE')
                 or exists (
                   select from owner_leaving
                   where person_id = any((select selves from owner)::uuid[])
                     and status <> 'REFUSED')
                   as barred
          from bot
          where owner_id = any((select selves from owner)::uuid[]) and status <> 'DELETING'
          """;

  /**
   * The owner's lock has shown the name to be free; should anybody come past that lock, the index
   * decides and the count of rows says so.
   */
  private static final String HOLD =
      """
      insert into bot (bot_id, owner_id, name, name_key, status, saga_id, version)
      values (:bot, :owner, :name, :nameKey, 'VERIFYING', :saga, 0)
      on conflict do nothing
      """;

  private static final String RESERVE =
      """
      update bot
      set status = 'PENDING', account_user_id = :userId, account_username = :username,
          version = version + 1
      where bot_id = :bot
      """;

  private static final String ACTIVATE =
      """
      update bot
      set status = 'ACTIVE', saga_id = null, version = version + 1
      where bot_id = :bot
      """;

  private static final String CHANGE_STATUS =
      """
      update bot
      set status = :status
      where bot_id = :bot
      """;

  private static final String NOTE_SHARED = "update bot set shared = true where bot_id = :bot";

  private static final String FORGET =
      """
      delete from bot
      where bot_id = :bot
      """;

  private static final String BURY =
      """
      insert into bot_tombstone (bot_id, saga_id, refusal)
      values (:bot, :saga, :refusal)
      """;

  private final LastWrites lastWrites;
  private final TransactionLocks locks;
  private final People people;
  private final JsonColumns json;
  private final BotQuota quota;
  private final ManagedAccounts accounts;

  ReservationRepository(
      LastWrites lastWrites,
      TransactionLocks locks,
      People people,
      JsonColumns json,
      BotQuota quota,
      ManagedAccounts accounts) {
    this.lastWrites = lastWrites;
    this.locks = locks;
    this.people = people;
    this.json = json;
    this.quota = quota;
    this.accounts = accounts;
  }

  /** What is known of a bot, for this transaction alone until it ends. */
  Reservation lockAndFind(BotId bot) {
    return locks.lockAndFind(
        "bot", bot.value(), FIND, Map.of("bot", bot.value()), (row, _) -> reservation(bot, row));
  }

  /** Whether one more bot fits; it stays true until the transaction ends. */
  Vacancy lockAndLookFor(PersonId owner, String name) {
    return people.lockAndFind(
        LOOK_FOR_ROOM,
        Map.of("person", owner.value(), "nameKey", NameKey.of(name).value()),
        (row, _) -> vacancy(row));
  }

  /** The bot, which was kept before, speaks through Bricklayer's own. */
  void noteShared(BotId bot) {
    lastWrites.sql(NOTE_SHARED).param("bot", bot.value()).atCommit();
  }

  /** Writes, at the end of the transaction, what is known from then on. */
  void keep(Reservation next, SagaId saga) {
    switch (next) {
      case Unknown _ -> {}
      case Verifying held -> hold(held, saga);
      case Reserved held -> reserve(held.botId(), held.account());
      case Approved held -> become(held.botId(), BotStatus.APPROVED);
      case Making held -> make(held, saga);
      case Made held -> reserve(held.botId(), held.account());
      case Closing held -> become(held.botId(), BotStatus.CLOSING);
      case Active bot -> lastWrites.sql(ACTIVATE).param("bot", bot.botId().value()).atCommit();
      case Gone gone -> bury(gone, saga);
    }
  }

  private Reservation reservation(BotId bot, ResultSet row) throws SQLException {
    String refusal = row.getString("refusal");
    if (refusal != null) {
      return new Gone(bot, json.read(refusal, Refusal.class));
    }
    String status = row.getString("status");
    return status == null ? new Unknown() : living(bot, BotStatus.valueOf(status), row);
  }

  private static Reservation living(BotId bot, BotStatus status, ResultSet row)
      throws SQLException {
    PersonId owner = new PersonId(row.getObject("owner_id", UUID.class));
    String name = row.getString("name");
    return switch (status) {
      case VERIFYING -> new Verifying(bot, owner, name);
      case APPROVED -> new Approved(bot, owner, name);
      case MAKING -> new Making(bot, owner, name);
      case PENDING ->
          row.getBoolean("managed")
              ? new Made(bot, owner, name, account(row))
              : new Reserved(bot, owner, name, account(row));
      case CLOSING ->
          new Closing(
              bot, owner, name, row.getString("account_user_id") == null ? null : account(row));
      case ACTIVE, DELETING -> new Active(bot, owner, name, account(row));
    };
  }

  private static BotAccount account(ResultSet row) throws SQLException {
    return new BotAccount(row.getString("account_user_id"), row.getString("account_username"));
  }

  private Vacancy vacancy(ResultSet row) throws SQLException {
    if (row.getBoolean("barred")) {
      return Vacancy.OWNER_BARRED;
    }
    if (row.getBoolean("name_taken")) {
      return Vacancy.NAME_TAKEN;
    }
    return row.getLong("bots") < quota.bots() ? Vacancy.FREE : Vacancy.QUOTA_REACHED;
  }

  private void hold(Verifying held, SagaId saga) {
    lastWrites
        .sql(HOLD)
        .param("bot", held.botId().value())
        .param("owner", held.owner().value())
        .param("name", held.name())
        .param("nameKey", NameKey.of(held.name()).value())
        .param("saga", saga.value())
        .atCommit(rows -> requireHeld(held, rows));
  }

  private static void requireHeld(Verifying held, int rows) {
    if (rows != 1) {
      throw new IllegalStateException(
          "the name of bot "
              + held.botId()
              + " was taken past the owner's lock; it is tried again");
    }
  }

  private void reserve(BotId bot, BotAccount account) {
    lastWrites
        .sql(RESERVE)
        .param("bot", bot.value())
        .param("userId", account.userId())
        .param("username", account.username())
        .atCommit();
  }

  private void make(Making held, SagaId saga) {
    become(held.botId(), BotStatus.MAKING);
    accounts.intend(held.botId(), saga);
  }

  private void become(BotId bot, BotStatus status) {
    lastWrites
        .sql(CHANGE_STATUS)
        .param("bot", bot.value())
        .param("status", status.name())
        .atCommit();
  }

  private void bury(Gone gone, SagaId saga) {
    lastWrites.sql(FORGET).param("bot", gone.botId().value()).atCommit();
    lastWrites
        .sql(BURY)
        .param("bot", gone.botId().value())
        .param("saga", saga.value())
        .param("refusal", json.column(gone.refusal()))
        .atCommit();
  }
}
