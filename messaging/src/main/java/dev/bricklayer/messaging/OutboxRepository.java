package dev.bricklayer.messaging;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code outbox_message}. */
final class OutboxRepository {

  /** One statement for all messages of a transaction: one round trip, ids in their order. */
  private static final String INSERT =
      """
      insert into messaging.outbox_message (message_id, topic, key, headers, payload)
      select message_id, topic, key, headers, payload
        from unnest(cast(:ids as uuid[]), :topics, :keys, :headers, :payloads)
             with ordinality as m (message_id, topic, key, headers, payload, position)
       order by position
      returning message_id, id
      """;

  /** Served by outbox_message__unsent, page by page. */
  private static final String UNSENT =
      """
      select id, message_id, topic, key, headers, payload
        from messaging.outbox_message
       where sent_at is null and id > :after
         and created_at <= clock_timestamp() - make_interval(secs => :age)
       order by id
       limit :most
      """;

  private static final String MARK_SENT =
      """
      update messaging.outbox_message set sent_at = now()
       where id = any(:ids) and sent_at is null
      """;

  /**
   * Recovery is for one copy at a time: two that shared the rows would send one key's messages
   * across each other. Held to the end of the transaction; a copy that freezes in it loses its
   * session, and with it the lock.
   */
  private static final String TAKE_RECOVERY =
      """
      select set_config('idle_in_transaction_session_timeout', '60s', true),
             set_config('lock_timeout', '30s', true),
             pg_advisory_xact_lock(hashtext('messaging.outbox recovery'))
      """;

  /** A mark that is lost in a crash costs a second sending, which the inbox drops. */
  private static final String MARKS_MAY_BE_LOST =
      "select set_config('synchronous_commit', 'off', true)";

  private static final String BACKLOG =
      """
      select count(*), coalesce(extract(epoch from clock_timestamp() - min(created_at)), 0)
        from messaging.outbox_message
       where sent_at is null
      """;

  /** Looks at the oldest rows only: what was sent long ago has the lowest ids. */
  private static final String FORGET =
      """
      delete from messaging.outbox_message
       where id in (select id
                      from (select id, sent_at from messaging.outbox_message order by id limit :most)
                     where sent_at < now() - make_interval(secs => :age))
      """;

  private final JdbcClient jdbc;
  private final LastWrites lastWrites;
  private final MessageJson json;

  OutboxRepository(JdbcClient jdbc, LastWrites lastWrites, MessageJson json) {
    this.jdbc = jdbc;
    this.lastWrites = lastWrites;
    this.json = json;
  }

  /**
   * Puts them in, in this order, and says where they stand; behind what the transaction writes
   * last.
   */
  List<OutboxMessage> insert(List<OutboxMessage> messages) {
    Map<UUID, Long> places =
        lastWrites.andThen(inserting(messages), OutboxRepository::place).stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    List<OutboxMessage> placed = new ArrayList<>(messages.size());
    for (OutboxMessage message : messages) {
      placed.add(message.at(places.getOrDefault(message.messageId(), 0L)));
    }
    return placed;
  }

  private LastWrites.Write inserting(List<OutboxMessage> messages) {
    return lastWrites
        .sql(INSERT)
        .param("ids", texts(messages.stream().map(m -> m.messageId().toString()).toList()))
        .param("topics", texts(messages.stream().map(OutboxMessage::topic).toList()))
        .param("keys", messages.stream().map(OutboxMessage::key).toArray(String[]::new))
        .param("headers", texts(messages.stream().map(m -> json.text(m.headers())).toList()))
        .param("payloads", messages.stream().map(OutboxMessage::payload).toArray(byte[][]::new));
  }

  private static Map.Entry<UUID, Long> place(ResultSet row, int number) throws SQLException {
    return Map.entry(row.getObject(1, UUID.class), row.getLong(2));
  }

  /** Waits until no other copy recovers; to be called in a transaction, whose end lets go. */
  void takeRecovery() {
    jdbc.sql(TAKE_RECOVERY).query(row -> {});
  }

  /** A page of what is not sent, in order, of at least this age. */
  List<OutboxMessage> unsent(long after, Duration age, int most) {
    return jdbc.sql(UNSENT)
        .param("after", after)
        .param("age", age.toMillis() / 1000.0)
        .param("most", most)
        .query(this::read)
        .list();
  }

  private OutboxMessage read(ResultSet row, int number) throws SQLException {
    return new OutboxMessage(
        row.getLong("id"),
        row.getObject("message_id", UUID.class),
        row.getString("topic"),
        row.getString("key"),
        json.headers(row.getString("headers")),
        row.getBytes("payload"));
  }

  void markSent(Collection<Long> ids) {
    jdbc.sql(MARKS_MAY_BE_LOST).query(row -> {});
    jdbc.sql(MARK_SENT).param("ids", ids.toArray(Long[]::new)).update();
  }

  /** How many messages wait, and for how long the oldest has. */
  Backlog backlog() {
    return jdbc.sql(BACKLOG)
        .query(
            (row, number) ->
                new Backlog(row.getLong(1), Duration.ofMillis((long) (row.getDouble(2) * 1000))))
        .single();
  }

  /**
   * Deletes what was sent longer ago than this, at most so much of it.
   *
   * @return how many were deleted
   */
  int forget(Duration age, int most) {
    return jdbc.sql(FORGET).param("age", age.toSeconds()).param("most", most).update();
  }

  private static String[] texts(List<String> texts) {
    return texts.toArray(String[]::new);
  }

  record Backlog(long unsent, Duration oldest) {}
}
