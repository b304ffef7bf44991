package dev.bricklayer.engine.owner;

import dev.bricklayer.contracts.state.BotState;
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

  private final JdbcClient jdbc;

  OwnerRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void keep(BotState bot) {
    jdbc.sql(KEEP)
        .param("bot", bot.botId().value())
        .param("owner", bot.owner().value())
        .param("version", bot.version())
        .update();
  }
}
