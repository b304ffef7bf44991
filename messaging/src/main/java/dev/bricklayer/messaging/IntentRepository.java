package dev.bricklayer.messaging;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code intent}. All its times are the database's. */
final class IntentRepository {

  private static final String INSERT =
      """
      insert into messaging.intent
             (message_id, type, topic, saga, saga_id, trace, call, until_at, attempts, next_at,
              claim, claimed_until)
      values (:id, :type, :topic, :saga, :sagaId, :trace, :call, :until, :attempts, now(),
              :claim, clock_timestamp() + make_interval(secs => :lease))
      """;

  /** Due and nobody's, or its owner gave no sign of life. Several copies share without waiting. */
  private static final String CLAIM_DUE =
      """
      update messaging.intent
         set claim = gen_random_uuid(),
             claimed_until = clock_timestamp() + make_interval(secs => :lease),
             attempts = attempts + 1
       where message_id in (select message_id
                              from messaging.intent
                             where next_at <= now()
                               and (claimed_until is null or claimed_until < now())
                               and type = any(:types)
                             order by next_at
                             limit :most
                               for update skip locked)
      returning message_id, type, topic, saga, saga_id, trace, call, attempts, claim,
                until_at <= now() as late
      """;

  private static final String RENEW =
      """
      update messaging.intent
         set claimed_until = clock_timestamp() + make_interval(secs => :lease)
       where claim = any(cast(:claims as uuid[]))
      """;

  /** Whoever deletes the row concludes; a claim that was taken over deletes nothing. */
  private static final String TAKE =
      "delete from messaging.intent where message_id = :id and claim = :claim";

  private static final String LATER =
      """
      update messaging.intent
         set claim = null, claimed_until = null,
             next_at = least(until_at, clock_timestamp() + make_interval(secs => :after))
       where message_id = :id and claim = :claim
      """;

  private static final String RELEASE =
      """
      update messaging.intent
         set claim = null, claimed_until = null, next_at = now()
       where claim = any(cast(:claims as uuid[]))
      """;

  private static final String COUNT = "select count(*) from messaging.intent";

  private final JdbcClient jdbc;
  private final LastWrites lastWrites;
  private final MessageJson json;

  IntentRepository(JdbcClient jdbc, LastWrites lastWrites, MessageJson json) {
    this.jdbc = jdbc;
    this.lastWrites = lastWrites;
    this.json = json;
  }

  /**
   * Keeps an intent at the end of the transaction; with a lease it is claimed at once, without one
   * it is due for anybody.
   */
  void insert(ClaimedIntent intent, Instant until, @Nullable Duration lease) {
    SagaRef saga = intent.saga();
    lastWrites
        .sql(INSERT)
        .param("id", intent.messageId())
        .param("type", intent.type())
        .param("topic", intent.topic())
        .param("saga", saga == null ? null : saga.name())
        .param("sagaId", saga == null ? null : saga.id())
        .param("trace", json.text(intent.trace()))
        .param("call", intent.call())
        .param("until", OffsetDateTime.ofInstant(until, ZoneOffset.UTC))
        .param("attempts", intent.attempt())
        .param("claim", lease == null ? null : intent.claim())
        .param("lease", lease == null ? -1.0 : seconds(lease))
        .atCommit();
  }

  /** Claims what is due, of these types, at most so many. */
  List<ClaimedIntent> claimDue(Collection<String> types, Duration lease, int most) {
    return jdbc.sql(CLAIM_DUE)
        .param("types", types.toArray(String[]::new))
        .param("lease", seconds(lease))
        .param("most", most)
        .query(this::read)
        .list();
  }

  private ClaimedIntent read(ResultSet row, int number) throws SQLException {
    String saga = row.getString("saga");
    return new ClaimedIntent(
        row.getObject("message_id", UUID.class),
        row.getString("type"),
        row.getString("topic"),
        saga == null
            ? null
            : new SagaRef(saga, Objects.requireNonNull(row.getObject("saga_id", UUID.class))),
        json.headers(row.getString("trace")),
        row.getString("call"),
        row.getInt("attempts"),
        row.getObject("claim", UUID.class),
        row.getBoolean("late"));
  }

  void renew(Collection<UUID> claims, Duration lease) {
    jdbc.sql(RENEW).param("claims", texts(claims)).param("lease", seconds(lease)).update();
  }

  /**
   * Ends an intent, in the transaction of what its outcome means.
   *
   * @return false when the claim is void: another copy has it, or had
   */
  boolean take(ClaimedIntent intent) {
    return jdbc.sql(TAKE).param("id", intent.messageId()).param("claim", intent.claim()).update()
        == 1;
  }

  /** Another copy has it, or had. */
  static final class OvertakenException extends RuntimeException {
    OvertakenException() {
      super("another copy has taken the call over", null, false, false);
    }
  }

  /**
   * Ends an intent as {@link #take} does, but at the end of the transaction. A claim that is void
   * then rolls it back.
   *
   * @throws OvertakenException from the commit
   */
  void takeAtCommit(ClaimedIntent intent) {
    lastWrites
        .sql(TAKE)
        .param("id", intent.messageId())
        .param("claim", intent.claim())
        .atCommit(
            rows -> {
              if (rows == 0) {
                throw new OvertakenException();
              }
            });
  }

  /** Lets go of it until then, or until its time is over if that is earlier. */
  void later(ClaimedIntent intent, Duration after) {
    jdbc.sql(LATER)
        .param("id", intent.messageId())
        .param("claim", intent.claim())
        .param("after", seconds(after))
        .update();
  }

  /** Lets go of them for another copy. */
  void release(Collection<UUID> claims) {
    jdbc.sql(RELEASE).param("claims", texts(claims)).update();
  }

  long count() {
    return jdbc.sql(COUNT).query(Long.class).single();
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }

  private static String[] texts(Collection<UUID> ids) {
    return ids.stream().map(UUID::toString).toArray(String[]::new);
  }
}
