package dev.bricklayer.user.throttle;

import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Leaky buckets as one instant each (GCRA), on database time: copies need not agree on theirs. */
@Repository
class ThrottleRepository {

  /**
   * Takes one attempt, in one statement, so that nobody gets more by asking at the same moment. No
   * row comes back when the budget is used up: whole_at is then further away than a whole budget.
   */
  private static final String CHARGE =
      """
      insert into throttle as t (subject, whole_at)
      values (:subject, clock_timestamp() + make_interval(secs => :interval))
      on conflict (subject) do update
      set whole_at = greatest(t.whole_at, clock_timestamp()) + make_interval(secs => :interval)
      where greatest(t.whole_at, clock_timestamp()) + make_interval(secs => :interval)
            <= clock_timestamp() + make_interval(secs => :interval * :atOnce)
      """;

  private static final String WAIT =
      """
      select extract(epoch from
          whole_at + make_interval(secs => :interval) - make_interval(secs => :interval * :atOnce)
          - clock_timestamp())
      from throttle where subject = :subject
      """;

  private static final String REFUND =
      """
      update throttle set whole_at = whole_at - make_interval(secs => :interval)
      where subject = :subject
      """;

  /** Index throttle__whole. */
  private static final String FORGET = "delete from throttle where whole_at < clock_timestamp()";

  private final JdbcClient jdbc;

  ThrottleRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  boolean charge(Attempt attempt, ThrottleSettings.Budget budget) {
    return statement(CHARGE, attempt, budget).param("atOnce", budget.atOnce()).update() == 1;
  }

  /** How long until the next attempt. */
  Duration untilNext(Attempt attempt, ThrottleSettings.Budget budget) {
    Optional<Double> seconds =
        statement(WAIT, attempt, budget)
            .param("atOnce", budget.atOnce())
            .query(Double.class)
            .optional();
    return Duration.ofMillis((long) (1000 * Math.max(0, seconds.orElse(0.0))));
  }

  void refund(Attempt attempt, ThrottleSettings.Budget budget) {
    statement(REFUND, attempt, budget).update();
  }

  int forgetWhole() {
    return jdbc.sql(FORGET).update();
  }

  private JdbcClient.StatementSpec statement(
      String sql, Attempt attempt, ThrottleSettings.Budget budget) {
    return jdbc.sql(sql)
        .param("subject", attempt.fingerprint())
        .param("interval", budget.interval().toMillis() / 1000.0);
  }
}
