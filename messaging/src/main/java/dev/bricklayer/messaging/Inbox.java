package dev.bricklayer.messaging;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Remembers which messages were handled. Its days are partitions by message id: ids of version 7
 * begin with their time, so that the same message finds the same partition whenever it comes, and
 * forgetting a day is dropping a table.
 */
final class Inbox {

  private static final String KEEP =
      """
      insert into messaging.inbox_message (message_id, type) values (:id, :type)
          on conflict do nothing
      """;

  /**
   * Copies that start together find the same days missing. PostgreSQL's {@code if not exists} looks
   * before it waits, so the second of two would fail, and its service with it.
   */
  private static final String ONE_AT_A_TIME =
      "select pg_advisory_xact_lock(hashtext('messaging.inbox_message'))";

  /** A day more or less is made and dropped behind running transactions, but not at any price. */
  private static final String WAIT_SHORTLY = "select set_config('lock_timeout', '2s', true)";

  private static final String DAYS =
      """
      select child.relname
        from pg_inherits
        join pg_class child on child.oid = inhrelid
       where inhparent = 'messaging.inbox_message'::regclass
         and child.relname ~ '^inbox_message_[0-9]{8}$'
       order by child.relname
      """;

  private static final String FORGET_OTHERS =
      """
      delete from messaging.inbox_message_other
       where message_id in (select message_id
                              from messaging.inbox_message_other
                             where received_at < now() - make_interval(secs => :age)
                             order by received_at
                             limit :most)
      """;

  private static final String KNOWS =
      "select exists (select from messaging.inbox_message where message_id = :id)";

  private static final String PREFIX = "inbox_message_";
  private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
  private static final int DAYS_AHEAD = 3;

  private final JdbcClient jdbc;
  private final LastWrites lastWrites;
  private final Clock clock;

  Inbox(JdbcClient jdbc, LastWrites lastWrites, Clock clock) {
    this.jdbc = jdbc;
    this.lastWrites = lastWrites;
    this.clock = clock;
  }

  /**
   * Remembers a message, in the transaction of what is done about it.
   *
   * @return false when it was handled before
   */
  boolean keep(UUID messageId, String type) {
    return jdbc.sql(KEEP).param("id", messageId).param("type", type).update() == 1;
  }

  /** It was handled before, by a transaction that has committed. */
  static final class KnownMessageException extends RuntimeException {
    KnownMessageException() {
      super("it was handled before", null, false, false);
    }
  }

  /**
   * Remembers a message as {@link #keep} does, but at the end of the transaction. One that was
   * handled before then rolls it back.
   *
   * @throws KnownMessageException from the commit
   */
  void keepAtCommit(UUID messageId, String type) {
    lastWrites
        .sql(KEEP)
        .param("id", messageId)
        .param("type", type)
        .atCommit(
            rows -> {
              if (rows == 0) {
                throw new KnownMessageException();
              }
            });
  }

  /** Whether a message was handled. */
  boolean knows(UUID messageId) {
    return jdbc.sql(KNOWS).param("id", messageId).query(Boolean.class).single();
  }

  /** Makes today's and the next days' partitions; never one for a day that is over. */
  void prepareDays() {
    jdbc.sql(ONE_AT_A_TIME).query(row -> {});
    jdbc.sql(WAIT_SHORTLY).query(row -> {});
    LocalDate today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
    for (LocalDate day = today; !day.isAfter(today.plusDays(DAYS_AHEAD)); day = day.plusDays(1)) {
      addDay(day);
    }
  }

  private void addDay(LocalDate day) {
    jdbc.sql(
            """
            create table if not exists messaging.%s
                partition of messaging.inbox_message for values from ('%s') to ('%s')
            """
                .formatted(PREFIX + DAY.format(day), firstId(day), firstId(day.plusDays(1))))
        .update();
  }

  /** The lowest id of version 7 that can be made on this day. */
  private static UUID firstId(LocalDate day) {
    return new UUID(day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli() << 16, 0);
  }

  /** Drops the days of which every message is older than this. */
  void dropDays(Duration age) {
    jdbc.sql(WAIT_SHORTLY).query(row -> {});
    LocalDate keptFrom = LocalDate.ofInstant(clock.instant().minus(age), ZoneOffset.UTC);
    for (String name : jdbc.sql(DAYS).query((row, number) -> row.getString(1)).list()) {
      if (LocalDate.parse(name.substring(PREFIX.length()), DAY).isBefore(keptFrom)) {
        jdbc.sql("drop table messaging.%s".formatted(name)).update();
      }
    }
  }

  /**
   * Forgets what stands in no day.
   *
   * @return how many were forgotten, at most so many
   */
  int forgetOthers(Duration age, int most) {
    return jdbc.sql(FORGET_OTHERS).param("age", age.toSeconds()).param("most", most).update();
  }
}
