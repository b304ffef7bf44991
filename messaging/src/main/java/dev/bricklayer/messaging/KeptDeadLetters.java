package dev.bricklayer.messaging;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Dead letters in a table, to be handled again, and through the outbox in their topic. */
final class KeptDeadLetters implements DeadLetters {

  private static final Logger log = LoggerFactory.getLogger(KeptDeadLetters.class);

  /** A record that fails again after a restart is the same letter. */
  private static final String KEEP =
      """
      insert into messaging.dead_letter
             (id, topic, topic_partition, topic_offset, key, headers, payload, error)
      values (:id, :topic, :partition, :offset, :key, :headers, :payload, :error)
          on conflict on constraint dead_letter__record do nothing
      returning id, topic, topic_partition, topic_offset, key, headers, error, failed_at
      """;

  private static final String LIST =
      """
      select id, topic, topic_partition, topic_offset, key, headers, error, failed_at
        from messaging.dead_letter
       order by failed_at desc, id
       limit :max
      """;

  /** Locked: two retries of one letter are one after the other. */
  private static final String FIND =
      """
      select topic, topic_partition, topic_offset, key, headers, payload
        from messaging.dead_letter
       where id = :id
         for update
      """;

  private static final String REMOVE = "delete from messaging.dead_letter where id = :id";

  private static final String FAILED_AGAIN =
      """
      update messaging.dead_letter set error = :error
       where id = :id
      returning id, topic, topic_partition, topic_offset, key, headers, error, failed_at
      """;

  private static final String FORGET =
      """
      delete from messaging.dead_letter
       where id in (select id
                      from messaging.dead_letter
                     where failed_at < now() - make_interval(secs => :age)
                     limit :most)
      returning id
      """;

  private static final String COUNT = "select count(*) from messaging.dead_letter";

  private final String group;
  private final JdbcClient jdbc;
  private final MessageJson json;
  private final TransactionOperations transaction;
  private final TransactionalOutbox outbox;
  private final MessageHandler handler;
  private final MessagingMetrics metrics;
  private final MessageIds ids;
  private final Supplier<List<DeadLetterWatcher>> watchers;

  KeptDeadLetters(
      String group,
      JdbcClient jdbc,
      MessageJson json,
      TransactionOperations transaction,
      TransactionalOutbox outbox,
      MessageHandler handler,
      MessagingMetrics metrics,
      MessageIds ids,
      Supplier<List<DeadLetterWatcher>> watchers) {
    this.group = group;
    this.jdbc = jdbc;
    this.json = json;
    this.transaction = transaction;
    this.outbox = outbox;
    this.handler = handler;
    this.metrics = metrics;
    this.ids = ids;
    this.watchers = watchers;
  }

  /** The topic of the letters of a group. */
  static String topicFor(String topic, String group) {
    return "%s.%s.dlt".formatted(topic, group);
  }

  /** Keeps a letter, once for each record. */
  void keep(Incoming incoming, Throwable error) {
    String text = describe(error);
    boolean fresh = Boolean.TRUE.equals(transaction.execute(_ -> insert(incoming, text)));
    if (fresh) {
      metrics.deadLetter(incoming.topic());
      log.error(
          "{} ({}) cannot be handled and is a dead letter now; the partition moves on",
          incoming,
          incoming.claimedType(),
          error);
    }
  }

  private boolean insert(Incoming incoming, String error) {
    UUID id = ids.next();
    Optional<DeadLetter> fresh =
        jdbc.sql(KEEP)
            .param("id", id)
            .param("topic", incoming.topic())
            .param("partition", incoming.partition())
            .param("offset", incoming.offset())
            .param("key", storable(incoming.key()))
            .param("headers", json.text(incoming.headers()))
            .param("payload", incoming.payload())
            .param("error", error)
            .query(this::letter)
            .optional();
    if (fresh.isPresent()) {
      tellKept(fresh.get());
      outbox.put(
          OutboxMessage.unplaced(
              id,
              topicFor(incoming.topic(), group),
              storable(incoming.key()),
              withError(incoming, error),
              incoming.payload()));
    }
    return fresh.isPresent();
  }

  private static Map<String, String> withError(Incoming incoming, String error) {
    Map<String, String> headers = new LinkedHashMap<>(incoming.headers());
    headers.put("dlt-error", error);
    headers.put("dlt-topic", incoming.topic());
    headers.put("dlt-partition", String.valueOf(incoming.partition()));
    headers.put("dlt-offset", String.valueOf(incoming.offset()));
    return headers;
  }

  /** PostgreSQL keeps every text but one with a zero character. */
  private static @Nullable String storable(@Nullable String text) {
    return text == null ? null : text.replace('\0', '\uFFFD');
  }

  /** The exception and its first cause, without stack: the log has that. */
  private static String describe(Throwable error) {
    Throwable root = error;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String text = error.getCause() == null ? error.toString() : error + ", because of " + root;
    return text.replace('\0', '\uFFFD');
  }

  @Override
  public List<DeadLetter> list(int max) {
    return jdbc.sql(LIST).param("max", max).query(this::letter).list();
  }

  private DeadLetter letter(ResultSet row, int number) throws SQLException {
    return new DeadLetter(
        row.getObject("id", UUID.class),
        row.getString("topic"),
        row.getInt("topic_partition"),
        row.getLong("topic_offset"),
        row.getString("key"),
        json.headers(row.getString("headers")).getOrDefault(EnvelopeHeaders.TYPE, "none"),
        row.getString("error"),
        row.getObject("failed_at", OffsetDateTime.class).toInstant());
  }

  @Override
  public Retry retry(UUID id) {
    try {
      return Objects.requireNonNull(transaction.execute(_ -> handleAgain(id)));
    } catch (RuntimeException e) {
      String error = describe(e);
      log.warn("Dead letter {} cannot be handled yet", id, e);
      transaction.executeWithoutResult(
          _ ->
              jdbc.sql(FAILED_AGAIN)
                  .param("id", id)
                  .param("error", error)
                  .query(this::letter)
                  .optional()
                  .ifPresent(this::tellKept));
      return new Retry.FailedAgain(error);
    }
  }

  private Retry handleAgain(UUID id) {
    Optional<Incoming> letter = jdbc.sql(FIND).param("id", id).query(this::incoming).optional();
    if (letter.isEmpty()) {
      return new Retry.Unknown();
    }
    handler.handleWithin(letter.get());
    remove(id);
    return new Retry.Handled();
  }

  @Override
  public boolean discard(UUID id) {
    return Boolean.TRUE.equals(transaction.execute(_ -> remove(id)));
  }

  private boolean remove(UUID id) {
    boolean there = jdbc.sql(REMOVE).param("id", id).update() == 1;
    if (there) {
      tellGone(id);
    }
    return there;
  }

  private void tellKept(DeadLetter letter) {
    watchers.get().forEach(watcher -> watcher.kept(letter, outbox.outsideSagas()));
  }

  private void tellGone(UUID id) {
    watchers.get().forEach(watcher -> watcher.gone(id, outbox.outsideSagas()));
  }

  private Incoming incoming(ResultSet row, int number) throws SQLException {
    return new Incoming(
        row.getString("topic"),
        row.getInt("topic_partition"),
        row.getLong("topic_offset"),
        row.getString("key"),
        json.headers(row.getString("headers")),
        row.getBytes("payload"));
  }

  /** Forgets letters older than this, at most so many, within the caller's transaction. */
  int forget(Duration age, int most) {
    List<UUID> old =
        jdbc.sql(FORGET)
            .param("age", age.toSeconds())
            .param("most", most)
            .query((row, _) -> row.getObject("id", UUID.class))
            .list();
    old.forEach(this::tellGone);
    return old.size();
  }

  long count() {
    return jdbc.sql(COUNT).query(Long.class).single();
  }
}
