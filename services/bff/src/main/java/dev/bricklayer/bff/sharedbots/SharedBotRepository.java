package dev.bricklayer.bff.sharedbots;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.contracts.SagaId;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SharedBotRepository {

  private static final String NOTE =
      """
      insert into shared_bot (bot_id, owner_id, token_sha256) values (:bot, :owner, :token)
      on conflict (bot_id) do nothing
      """;

  /** What never came to live, or is gone, has nothing to be renewed. */
  private static final String FORGET =
      """
      delete from shared_bot
      using bot
      where bot.bot_id = shared_bot.bot_id and bot.status = 'DELETED'
      """;

  /** Few, and mostly none: all of them are looked at. */
  private static final String OUTDATED =
      """
      select shared_bot.bot_id, shared_bot.owner_id
      from shared_bot join bot on bot.bot_id = shared_bot.bot_id
      where bot.status = 'ACTIVE' and token_sha256 <> :token and try_at <= now()
      order by try_at
      limit 50
      """;

  /** One copy of the service begins it; tried again in a while, should it be refused. */
  private static final String BEGIN =
      """
      update shared_bot
      set renewal_id = :run, renewal_sha256 = :token, try_at = now() + :again::interval
      where bot_id = :bot and token_sha256 <> :token and try_at <= now()
      """;

  /** What has ended well has another token; what was refused is tried again at its time. */
  private static final String SETTLE =
      """
      update shared_bot
      set token_sha256 = case operation.status when 'DONE' then renewal_sha256 else token_sha256 end,
        try_at = case operation.status when 'DONE' then now() else try_at end,
        renewal_id = null, renewal_sha256 = null
      from operation
      where operation.operation_id = renewal_id and operation.ended_at is not null
      """;

  private final JdbcClient jdbc;

  SharedBotRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A bot and whose it is. */
  record Outdated(BotId bot, PersonId owner) {}

  void note(BotId bot, PersonId owner, TokenDigest token) {
    jdbc.sql(NOTE)
        .param("bot", bot.value())
        .param("owner", owner.value())
        .param("token", token.sha256())
        .update();
  }

  void forget() {
    jdbc.sql(FORGET).update();
  }

  List<Outdated> outdated(TokenDigest token) {
    return jdbc.sql(OUTDATED)
        .param("token", token.sha256())
        .query(
            (row, _) ->
                new Outdated(
                    new BotId(row.getObject("bot_id", UUID.class)),
                    new PersonId(row.getObject("owner_id", UUID.class))))
        .list();
  }

  /** False where another copy has begun it. */
  boolean begin(BotId bot, SagaId run, TokenDigest token, Duration again) {
    return jdbc.sql(BEGIN)
            .param("bot", bot.value())
            .param("run", run.value())
            .param("token", token.sha256())
            .param("again", again.toString())
            .update()
        == 1;
  }

  void settle() {
    jdbc.sql(SETTLE).update();
  }
}
