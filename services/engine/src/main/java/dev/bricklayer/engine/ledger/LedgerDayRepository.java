package dev.bricklayer.engine.ledger;

import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The ledger's partitions, one a day, named {@code occurrence_20261122}. */
@Repository
@SuppressWarnings("InlineFormatString") // the statements stand on top, as everywhere
class LedgerDayRepository {

  private static final String PREFIX = "occurrence_";
  private static final DateTimeFormatter NAME = DateTimeFormatter.BASIC_ISO_DATE;

  /** Two copies that start together would make the same days: one after the other. */
  private static final String ONE_AT_A_TIME =
      """
      select pg_advisory_xact_lock(hashtextextended('ledger days', 0))
      """;

  private static final String TODAY =
      """
      select (now() at time zone 'UTC')::date
      """;

  private static final String DAYS =
      """
      select to_date(substr(part.relname, 12), 'YYYYMMDD')
      from pg_inherits
      join pg_class part on part.oid = inhrelid
      where inhparent = 'occurrence'::regclass and part.relname ~ '^occurrence_[0-9]{8}$'
      order by 1
      """;

  /**
   * Made aside and attached: that locks the default partition, which is empty, and lets everybody
   * read and write the days that are there. Room on the pages for the marks that every row gets.
   */
  private static final String MAKE =
      """
      create table %1$s (like occurrence including defaults including constraints)
      with (fillfactor = 70);
      alter table occurrence attach partition %1$s
      for values from ('%2$s 00:00:00Z') to ('%3$s 00:00:00Z');
      """;

  /** The parent first, as everybody who writes into it does. */
  private static final String LOCK =
      """
      lock table only occurrence in access exclusive mode
      """;

  private static final String ALL_FINAL =
      """
      select not exists (select from %s where look_at is not null)
      """;

  private static final String DROP =
      """
      drop table %s
      """;

  private static final String STRAYS =
      """
      select count(*) from occurrence_default
      """;

  /** What fell into the net while days were missing, once it is as old as dropped days are. */
  private static final String FORGET_STRAYS =
      """
      delete from occurrence_default
      where planned_at < :before::date and look_at is null
      """;

  private final JdbcClient jdbc;

  LedgerDayRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void takeTurns(Duration lockTimeout) {
    jdbc.sql("set local lock_timeout = " + lockTimeout.toMillis()).update();
    jdbc.sql(ONE_AT_A_TIME).query(row -> {});
  }

  LocalDate today() {
    return jdbc.sql(TODAY).query(LocalDate.class).single();
  }

  List<LocalDate> days() {
    return jdbc.sql(DAYS).query((row, _) -> row.getObject(1, LocalDate.class)).list();
  }

  void make(LocalDate day) {
    jdbc.sql(MAKE.formatted(name(day), day, day.plusDays(1))).update();
  }

  /** Drops a day whose rows are all final; false when some are not. */
  boolean drop(LocalDate day) {
    jdbc.sql(LOCK).update();
    if (!jdbc.sql(ALL_FINAL.formatted(name(day))).query(Boolean.class).single()) {
      return false;
    }
    jdbc.sql(DROP.formatted(name(day))).update();
    return true;
  }

  long strays() {
    return jdbc.sql(STRAYS).query(Long.class).single();
  }

  void forgetStrays(LocalDate before) {
    jdbc.sql(FORGET_STRAYS).param("before", before).update();
  }

  private static String name(LocalDate day) {
    return PREFIX + NAME.format(day);
  }
}
