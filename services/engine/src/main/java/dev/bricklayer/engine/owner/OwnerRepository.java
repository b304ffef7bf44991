package dev.bricklayer.engine.owner;

import dev.bricklayer.contracts.state.BotState;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class OwnerRepository {

  /** A bot that is not here yet comes with its owner, and is handed over to nobody before. */
  private static final String KEEP =
      """
      update bot set owner_id = :owner, owner_version = :version
      where bot_id = :bot and owner_version < :version
      """;

  /** Who asked for the jobs was the owner before; the heir is asked about when they save one. */
  private static final String PART_WITH_FORMER =
      """
      update job set requester = null
      from bot
      where bot.bot_id = :bot and bot.owner_id <> :owner and bot.owner_version < :version
        and job.bot_id = bot.bot_id
      """;

  private final JdbcClient jdbc;

  OwnerRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void keep(BotState bot) {
    List.of(PART_WITH_FORMER, KEEP).forEach(sql -> about(sql, bot).update());
  }

  private JdbcClient.StatementSpec about(String sql, BotState bot) {
    return jdbc.sql(sql)
        .param("bot", bot.botId().value())
        .param("owner", bot.owner().value())
        .param("version", bot.version());
  }
}
