package dev.bricklayer.engine.delivery;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.JobId;
import dev.bricklayer.engine.ledger.Occurrence;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** The line in the ledger. All of it is served by occurrence__waiting, which holds nothing else. */
@Repository
class WaitingLineRepository {

  /** What a sender has in hand is not waited for. */
  private static final String QUEUE =
      """
      with asked as (
        select * from unnest(:jobs, :plannedAt) as asked (job_id, planned_at)
      ), ready as (
        select occurrence.job_id, occurrence.planned_at
        from asked join occurrence using (job_id, planned_at)
        where occurrence.state = 'READY'
        for update of occurrence skip locked
      ), queued as (
        update occurrence
        set state = 'RETRY', waits_until = now(), look_at = now() + interval '1 hour'
        from ready
        where occurrence.job_id = ready.job_id and occurrence.planned_at = ready.planned_at
        returning occurrence.job_id, occurrence.planned_at
      )
      select occurrence.job_id, occurrence.bot_id, occurrence.planned_at
      from asked join occurrence using (job_id, planned_at)
      where occurrence.state = 'READY'
        and not exists (
          select from queued
          where queued.job_id = asked.job_id and queued.planned_at = asked.planned_at)
      """;

  /** Its order is the index's, so that no plan goes through the table for it. */
  private static final String FIRST =
      """
      select bot_id from occurrence
      where state = 'RETRY' and waits_until <= now()
        and planned_at > now() - :days * interval '1 day'
        and planned_at < now() + interval '1 day'
      order by bot_id limit 1
      """;

  /**
   * Hops from bot to bot in the index, so that it costs as many steps as turns, not as many as
   * wait; the bounds spare the ledger's other days. Of each bot the earliest instants; of all these
   * every bot's first comes first. Nothing is locked before it is chosen, and nobody is waited for:
   * another copy may be choosing, too. Then it is the caller's; should the caller die, the leader
   * finds it READY.
   */
  private static final String NEXT =
      """
      with recursive bot as (
        (select bot_id from occurrence
         where state = 'RETRY' and waits_until <= now() and bot_id > :after
           and planned_at > now() - :days * interval '1 day'
           and planned_at < now() + interval '1 day'
         order by bot_id limit 1)
        union all
        select following.bot_id
        from bot cross join lateral (
          select bot_id from occurrence
          where state = 'RETRY' and waits_until <= now() and occurrence.bot_id > bot.bot_id
            and planned_at > now() - :days * interval '1 day'
            and planned_at < now() + interval '1 day'
          order by bot_id limit 1
        ) as following
      ), whose_turn as (
        select bot_id from bot limit :most
      ), waiting as (
        select next.job_id, next.planned_at,
               row_number() over (partition by whose_turn.bot_id order by next.planned_at) as turn
        from whose_turn cross join lateral (
          select job_id, planned_at from occurrence
          where state = 'RETRY' and waits_until <= now()
            and occurrence.bot_id = whose_turn.bot_id
            and planned_at > now() - :days * interval '1 day'
            and planned_at < now() + interval '1 day'
          order by planned_at limit :most
        ) as next
      ), chosen as (
        select job_id, planned_at from waiting order by turn, planned_at limit :most
      ), mine as (
        select occurrence.job_id, occurrence.planned_at
        from chosen join occurrence using (job_id, planned_at)
        where occurrence.state = 'RETRY'
        for update of occurrence skip locked
      )
      update occurrence
      set state = 'READY', published_at = now(), look_at = now() + interval '30 seconds'
      from mine
      where occurrence.job_id = mine.job_id and occurrence.planned_at = mine.planned_at
      returning occurrence.job_id, occurrence.bot_id, occurrence.planned_at
      """;

  private final JdbcClient jdbc;

  WaitingLineRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Those that somebody had locked at this moment, and that may still have to wait. */
  List<Occurrence> queue(List<Occurrence> occurrences) {
    Object[] jobs = occurrences.stream().map(each -> each.jobId().value()).toArray();
    Object[] plannedAt = occurrences.stream().map(Occurrence::plannedAt).toArray();
    return jdbc.sql(QUEUE)
        .param("jobs", new SqlArrayValue("uuid", jobs))
        .param("plannedAt", new SqlArrayValue("timestamptz", plannedAt))
        .query((row, _) -> occurrence(row))
        .list();
  }

  /** Whether anybody waits whose instant was so many days ago at most. */
  boolean anything(int days) {
    return jdbc.sql(FIRST).param("days", days).query(UUID.class).optional().isPresent();
  }

  List<Occurrence> next(UUID after, int most, int days) {
    return jdbc.sql(NEXT)
        .param("after", after)
        .param("days", days)
        .param("most", most)
        .query((row, _) -> occurrence(row))
        .list();
  }

  private static Occurrence occurrence(ResultSet row) throws SQLException {
    return new Occurrence(
        new JobId(row.getObject("job_id", UUID.class)),
        new BotId(row.getObject("bot_id", UUID.class)),
        row.getObject("planned_at", OffsetDateTime.class).toInstant());
  }
}
