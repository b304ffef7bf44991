package dev.bricklayer.constructor.changejob;

import dev.bricklayer.chassis.JsonColumns;
import dev.bricklayer.chassis.TransactionLocks;
import dev.bricklayer.constructor.changejob.ChannelJoin.Joined;
import dev.bricklayer.constructor.changejob.ChannelJoin.Joining;
import dev.bricklayer.constructor.changejob.ChannelJoin.Leaving;
import dev.bricklayer.constructor.changejob.ChannelJoin.Left;
import dev.bricklayer.constructor.changejob.ChannelJoin.Refused;
import dev.bricklayer.constructor.changejob.ChannelJoin.Unknown;
import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.SagaId;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is known of joins, in rows. */
@Repository
class ChannelJoinRepository {

  private static final String FIND =
      "select state, refusal from channel_join where saga_id = :saga";

  private static final String KEEP =
      """
      insert into channel_join (saga_id, bot_id, state, refusal)
      values (:saga, :bot, :state, :refusal)
      on conflict (saga_id) do update
      set state = excluded.state, refusal = excluded.refusal, decided_at = now()
      """;

  private static final String IS_JOINING =
      "select exists (select from channel_join where saga_id = :saga and state = 'JOINING')";

  private final JdbcClient jdbc;
  private final TransactionLocks locks;
  private final JsonColumns json;

  ChannelJoinRepository(JdbcClient jdbc, TransactionLocks locks, JsonColumns json) {
    this.jdbc = jdbc;
    this.locks = locks;
    this.json = json;
  }

  /** What is known of a join; its bot is for this transaction alone until that ends. */
  ChannelJoin lockAndFind(BotId bot, SagaId saga) {
    locks.lock("bot", bot.value());
    return jdbc.sql(FIND)
        .param("saga", saga.value())
        .query((row, _) -> join(row))
        .optional()
        .orElseGet(Unknown::new);
  }

  /** As it is now, for whoever works at the account in Mattermost. */
  boolean isJoining(SagaId saga) {
    return jdbc.sql(IS_JOINING).param("saga", saga.value()).query(Boolean.class).single();
  }

  /** Writes what is known from now on. */
  void keep(ChannelJoin next, BotId bot, SagaId saga) {
    switch (next) {
      case Unknown _ -> {}
      case Joining _ -> keep(bot, saga, "JOINING", null);
      case Joined _ -> keep(bot, saga, "JOINED", null);
      case Refused(var refusal) -> keep(bot, saga, "REFUSED", refusal);
      case Leaving(var refusal) -> keep(bot, saga, "LEAVING", refusal);
      case Left(var refusal) -> keep(bot, saga, "LEFT", refusal);
    }
  }

  private void keep(BotId bot, SagaId saga, String state, @Nullable Refusal refusal) {
    jdbc.sql(KEEP)
        .param("saga", saga.value())
        .param("bot", bot.value())
        .param("state", state)
        .param("refusal", refusal == null ? null : json.column(refusal))
        .update();
  }

  private ChannelJoin join(ResultSet row) throws SQLException {
    return switch (row.getString("state")) {
      case "JOINING" -> new Joining();
      case "JOINED" -> new Joined();
      case "REFUSED" -> new Refused(refusal(row));
      case "LEAVING" -> new Leaving(refusal(row));
      case "LEFT" -> new Left(refusal(row));
      case String other -> throw new IllegalStateException("no join is " + other);
    };
  }

  private Refusal refusal(ResultSet row) throws SQLException {
    return json.read(row.getString("refusal"), Refusal.class);
  }
}
