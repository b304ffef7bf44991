package dev.bricklayer.constructor.managed;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.SagaId;
import dev.bricklayer.mattermost.ChannelId;
import dev.bricklayer.mattermost.MattermostUserId;
import dev.bricklayer.mattermost.TeamId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Managed accounts, who works at them, and where they speak. All times are the database's. Outside
 * of {@link #intend} each statement is a transaction of its own: between them Mattermost is called.
 */
@Repository
class ManagedAccountRepository {

  private static final String INTEND =
      """
      insert into managed_account (bot_id, saga_id)
      values (:bot, :saga)
      on conflict (bot_id) do nothing
      """;

  private static final String FIND =
      """
      select saga_id, username, user_id
      from managed_account
      where bot_id = :bot
      """;

  private static final String IS_WANTED =
      """
      select exists (select from managed_account where bot_id = :bot and not closing)
      """;

  private static final String CLOSE =
      """
      update managed_account
      set closing = true
      where bot_id = :bot
      """;

  /** Nobody's, or its holder gave no sign of life. */
  private static final String HOLD =
      """
      update managed_account
      set holder = :holder, held_until = clock_timestamp() + make_interval(secs => :lease)
      where bot_id = :bot and closing = :closing
        and (holder is null or held_until < clock_timestamp())
      """;

  private static final String RENEW =
      """
      update managed_account
      set held_until = clock_timestamp() + make_interval(secs => :lease),
          username = coalesce(:username, username), user_id = coalesce(:user, user_id)
      where bot_id = :bot and holder = :holder and closing = :closing
      """;

  private static final String RELEASE =
      """
      update managed_account
      set holder = null, held_until = null
      where bot_id = :bot and holder = :holder
      """;

  /** The channels go with it. */
  private static final String FORGET =
      """
      delete from managed_account
      where bot_id = :bot and holder = :holder
      """;

  private static final String NEED_CHANNEL =
      """
      insert into managed_channel (bot_id, job_id, channel_id, team_id, joined_in, revision)
      values (:bot, :job, :channel, :team, :saga, :revision)
      on conflict do nothing
      """;

  private static final String CHANNELS =
      """
      select distinct channel_id, team_id
      from managed_channel
      where bot_id = :bot
      """;

  /** The channels of the needs that are given up, but those that another need keeps. */
  private static final String NO_LONGER_NEEDED =
      """
      with given_up as (
        select job_id, channel_id, team_id, joined_in
        from managed_channel
        where bot_id = :bot
          and (cast(:job as uuid) is null or job_id = cast(:job as uuid))
          and (cast(:joinedIn as uuid) is null or joined_in = cast(:joinedIn as uuid))
          and (cast(:before as bigint) is null or revision < cast(:before as bigint))
      )
      select distinct channel_id, team_id
      from given_up
      where channel_id not in (
        select channel_id
        from managed_channel
        where bot_id = :bot
          and (job_id, channel_id, joined_in) not in (
            select job_id, channel_id, joined_in from given_up))
      """;

  private static final String GIVE_UP =
      """
      delete from managed_channel
      where bot_id = :bot
        and (cast(:job as uuid) is null or job_id = cast(:job as uuid))
        and (cast(:joinedIn as uuid) is null or joined_in = cast(:joinedIn as uuid))
        and (cast(:before as bigint) is null or revision < cast(:before as bigint))
      """;

  private final JdbcClient jdbc;

  ManagedAccountRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** In the caller's transaction: from now on an account may be made. */
  void intend(BotId bot, SagaId saga) {
    jdbc.sql(INTEND).param("bot", bot.value()).param("saga", saga.value()).update();
  }

  /** There, and not being closed. */
  boolean isWanted(BotId bot) {
    return jdbc.sql(IS_WANTED).param("bot", bot.value()).query(Boolean.class).single();
  }

  boolean isManaged(BotId bot) {
    return find(bot).isPresent();
  }

  Optional<ManagedAccount> find(BotId bot) {
    return jdbc.sql(FIND).param("bot", bot.value()).query((row, _) -> read(bot, row)).optional();
  }

  /** From now on nothing more is made of it. */
  void close(BotId bot) {
    jdbc.sql(CLOSE).param("bot", bot.value()).update();
  }

  /**
   * False where somebody else holds it, where there is none, or where it is the other way round.
   */
  boolean hold(BotId bot, UUID holder, boolean closing, Duration lease) {
    return jdbc.sql(HOLD)
            .param("bot", bot.value())
            .param("holder", holder)
            .param("closing", closing)
            .param("lease", lease.toSeconds())
            .update()
        == 1;
  }

  /** Whether it has not been lost, nor turned round; notes what is given. */
  boolean renew(
      Lease.Claim claim, @Nullable String username, @Nullable String user, Duration lease) {
    return jdbc.sql(RENEW)
            .param("bot", claim.bot().value())
            .param("holder", claim.holder())
            .param("closing", claim.closing())
            .param("username", username)
            .param("user", user)
            .param("lease", lease.toSeconds())
            .update()
        == 1;
  }

  void release(Lease.Claim claim) {
    jdbc.sql(RELEASE).param("bot", claim.bot().value()).param("holder", claim.holder()).update();
  }

  void forget(Lease.Claim claim) {
    jdbc.sql(FORGET).param("bot", claim.bot().value()).param("holder", claim.holder()).update();
  }

  void needChannel(JoinWish wish, ManagedChannel channel) {
    jdbc.sql(NEED_CHANNEL)
        .param("bot", wish.bot().value())
        .param("job", wish.where().job().value())
        .param("channel", channel.channel().value())
        .param("team", channel.team().value())
        .param("saga", wish.saga().value())
        .param("revision", wish.revision())
        .update();
  }

  List<ManagedChannel> channels(BotId bot) {
    return jdbc.sql(CHANNELS).param("bot", bot.value()).query((row, _) -> channel(row)).list();
  }

  /** The channels that nothing needs once these needs are given up. */
  List<ManagedChannel> noLongerNeeded(BotId bot, Needs needs) {
    return about(bot, needs, NO_LONGER_NEEDED).query((row, _) -> channel(row)).list();
  }

  void giveUp(BotId bot, Needs needs) {
    about(bot, needs, GIVE_UP).update();
  }

  private JdbcClient.StatementSpec about(BotId bot, Needs needs, String statement) {
    return jdbc.sql(statement)
        .param("bot", bot.value())
        .param("job", needs.job() == null ? null : needs.job().value())
        .param("joinedIn", needs.joinedIn() == null ? null : needs.joinedIn().value())
        .param("before", needs.before());
  }

  private static ManagedAccount read(BotId bot, ResultSet row) throws SQLException {
    return new ManagedAccount(
        bot,
        new SagaId(row.getObject("saga_id", UUID.class)),
        Optional.ofNullable(row.getString("username")),
        Optional.ofNullable(row.getString("user_id")).map(MattermostUserId::new));
  }

  private static ManagedChannel channel(ResultSet row) throws SQLException {
    return new ManagedChannel(
        new ChannelId(row.getString("channel_id")), new TeamId(row.getString("team_id")));
  }
}
