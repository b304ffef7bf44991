package dev.bricklayer.benchmarks.engine;

import dev.bricklayer.embedded.DatabaseAccess;
import dev.bricklayer.engine.claim.ClaimStatements;
import dev.bricklayer.engine.lease.LeaderDatabase;
import dev.bricklayer.engine.lease.Leases;
import java.sql.Array;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * The ceiling of a claim: the engine's own two statements and its fence, on one connection a shard
 * with a leader's settings, with the arrays made before the clock runs. What is picked is not read,
 * and nothing is computed, kept or published.
 */
final class RawClaims implements Callable<Integer> {

  private static final int HORIZON_MILLIS = 12_000;
  private static final UUID HOLDER = new UUID(0, 0);

  private final Connection connection;
  private final JdbcClient jdbc;
  private final int shard;
  private final int batch;
  private final List<Batch> batches;

  private RawClaims(Connection connection, int shard, int batch) throws SQLException {
    this.connection = connection;
    this.jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
    this.shard = shard;
    this.batch = batch;
    this.batches = batches();
    connection.setAutoCommit(false);
  }

  /** Claims all that is due within the horizon, every shard on its own; how many a second. */
  static double perSecond(DatabaseAccess access, int batch) throws Exception {
    List<RawClaims> shards = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(OurJobs.SHARDS)) {
      Servers.execute(access, "update lease set epoch = 0, holder = '%s'".formatted(HOLDER));
      for (int shard = 0; shard < OurJobs.SHARDS; shard++) {
        shards.add(new RawClaims(connect(access), shard, batch));
      }
      long begin = System.nanoTime();
      int claimed = 0;
      for (Future<Integer> each : threads.invokeAll(shards)) {
        claimed += each.get();
      }
      return claimed * 1e9 / (System.nanoTime() - begin);
    } finally {
      for (RawClaims each : shards) {
        each.connection.close();
      }
    }
  }

  private static Connection connect(DatabaseAccess access) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", access.user());
    properties.setProperty("password", access.password());
    properties.setProperty("options", LeaderDatabase.PLANNING);
    return DriverManager.getConnection(access.url(), properties);
  }

  /** What one batch writes. */
  private record Batch(
      Array jobs,
      Array bots,
      Array plannedAt,
      Array late,
      Array missedFrom,
      Array missedCount,
      Array next) {}

  /** How many it claimed. */
  @Override
  public Integer call() throws SQLException {
    int claimed = 0;
    for (Batch each : batches) {
      claimed += pick();
      write(each);
      fence();
      connection.commit();
    }
    return claimed;
  }

  private int pick() {
    int[] rows = new int[1];
    jdbc.sql(ClaimStatements.PICK)
        .param("shard", shard)
        .param("horizonMillis", HORIZON_MILLIS)
        .param("batch", batch)
        .query(
            _ -> {
              rows[0]++;
            });
    return rows[0];
  }

  private void write(Batch each) {
    jdbc.sql(ClaimStatements.WRITE)
        .param("shard", shard)
        .param("lookMillis", Duration.ofSeconds(30).toMillis())
        .param("jobs", each.jobs())
        .param("bots", each.bots())
        .param("plannedAt", each.plannedAt())
        .param("late", each.late())
        .param("missedFrom", each.missedFrom())
        .param("missedCount", each.missedCount())
        .param("dueJobs", each.jobs())
        .param("dueNext", each.next())
        .update();
  }

  private void fence() {
    jdbc.sql(Leases.FENCE)
        .param("millis", Duration.ofSeconds(2).toMillis())
        .param("shard", shard)
        .param("holder", HOLDER)
        .param("epoch", 0)
        .update();
  }

  /** What will be picked, in the order in which it will be. */
  private List<Batch> batches() throws SQLException {
    List<Due> all =
        jdbc.sql(
                """
                select job_id, bot_id, next_fire_at from schedule
                where shard = :shard and next_fire_at < now() + interval '1 hour'
                order by next_fire_at
                """)
            .param("shard", shard)
            .query(
                (row, _) ->
                    new Due(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getObject(3, OffsetDateTime.class)))
            .list();
    List<Batch> batches = new ArrayList<>();
    for (int from = 0; from < all.size(); from += batch) {
      batches.add(batch(all.subList(from, Math.min(all.size(), from + batch))));
    }
    return batches;
  }

  private record Due(UUID job, UUID bot, OffsetDateTime at) {}

  private Batch batch(List<Due> due) throws SQLException {
    return new Batch(
        array("uuid", due.stream().map(Due::job).toList()),
        array("uuid", due.stream().map(Due::bot).toList()),
        array("timestamptz", due.stream().map(Due::at).toList()),
        array("boolean", Collections.nCopies(due.size(), false)),
        array("timestamptz", Collections.nCopies(due.size(), null)),
        array("int4", Collections.nCopies(due.size(), null)),
        array(
            "timestamptz",
            IntStream.range(0, due.size())
                .mapToObj(i -> due.get(i).at().plusDays(10).plusMinutes(i))
                .toList()));
  }

  private Array array(String type, List<?> values) throws SQLException {
    return connection.createArrayOf(type, values.toArray());
  }
}
