package dev.bricklayer.chassis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bricklayer.embedded.DatabaseAccess;
import dev.bricklayer.testkit.TestDatabase;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.IncorrectResultSizeDataAccessException;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

class TransactionLocksTest {

  private static final String COUNT =
      "select count(*) as known, cast(:bot as uuid) as bot from thing where bot_id = :bot";
  private static final String WAITING =
      """
      select count(*) from pg_locks join pg_database on pg_database.oid = pg_locks.database
      where not granted and datname = current_database()
      """;

  private static final String HELD =
      """
      select count(*) from pg_locks join pg_database on pg_database.oid = pg_locks.database
      where locktype = 'advisory' and datname = current_database()
      """;

  private final DatabaseAccess access = TestDatabase.fresh("locks");
  private final DriverManagerDataSource database =
      new DriverManagerDataSource(access.url(), access.user(), access.password());
  private final NamedParameterJdbcTemplate jdbc = new NamedParameterJdbcTemplate(database);
  private final TransactionTemplate transaction =
      new TransactionTemplate(new DataSourceTransactionManager(database));
  private final TransactionLocks locks = new TransactionLocks(jdbc);
  private final UUID bot = UUID.randomUUID();

  @BeforeEach
  void thereIsATable() {
    jdbc.getJdbcOperations().execute("create table thing (bot_id uuid)");
  }

  private int lockAndCount() {
    return locks.lockAndFind(
        "bot", bot, COUNT, Map.of("bot", bot), (row, _) -> row.getInt("known"));
  }

  @Test
  void whoWaitedForItsTurnSeesWhatTheOneBeforeHasMade() {
    CompletableFuture<Integer> second = new CompletableFuture<>();
    transaction.executeWithoutResult(
        _ -> {
          assertThat(lockAndCount()).isZero();
          second.completeAsync(() -> transaction.execute(_ -> lockAndCount()));
          Awaitility.await()
              .until(() -> jdbc.queryForObject(WAITING, Map.of(), Integer.class), it -> it == 1);
          jdbc.update("insert into thing values (:bot)", Map.of("bot", bot));
        });

    assertThat(second.orTimeout(60, TimeUnit.SECONDS).join()).isOne();
  }

  /** More often than the driver needs to see a statement before the server keeps it. */
  @Test
  void answersAsOftenAsItIsAsked() {
    transaction.executeWithoutResult(
        _ -> {
          for (int time = 0; time < 10; time++) {
            assertThat(lockAndCount()).isEqualTo(time);
            jdbc.update("insert into thing values (:bot)", Map.of("bot", bot));
          }
        });
  }

  @Test
  void locksTheSameWhereTheDatabaseKnowsTheId() {
    String id = "select bot_id from (values (cast(:bot as uuid))) as asked (bot_id)";
    transaction.executeWithoutResult(
        _ -> {
          locks.lock("bot", bot);
          locks.lockAndFind("bot", id, COUNT, Map.of("bot", bot), (_, _) -> bot);
          assertThat(jdbc.queryForObject(HELD, Map.of(), Integer.class)).isOne();
        });
  }

  @Test
  void aQuestionWithoutAnAnswerIsAFault() {
    assertThatThrownBy(
            () ->
                locks.lockAndFind(
                    "bot", bot, "select 1 where false", Map.of(), (row, _) -> row.getInt(1)))
        .isInstanceOf(IncorrectResultSizeDataAccessException.class);
  }
}
