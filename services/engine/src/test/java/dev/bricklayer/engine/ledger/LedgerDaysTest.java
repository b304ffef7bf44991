package dev.bricklayer.engine.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bricklayer.engine.EngineTables;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** The ledger's partitions come and go. */
class LedgerDaysTest {

  private final EngineTables tables = EngineTables.fresh();
  private final LocalDate today = LocalDate.ofInstant(tables.ledger().now(), ZoneOffset.UTC);
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final PGSimpleDataSource dataSource = new PGSimpleDataSource();
  private LedgerDayRepository days;
  private KeepLedgerDays keeper;

  @BeforeEach
  void keeper() {
    dataSource.setUrl(tables.access().url());
    dataSource.setUser(tables.access().user());
    dataSource.setPassword(tables.access().password());
    days = new LedgerDayRepository(JdbcClient.create(dataSource));
    keeper =
        new KeepLedgerDays(
            days,
            new LedgerSettings(7, 30, Duration.ofMinutes(15), Duration.ofMillis(100)),
            new JdbcTransactionManager(dataSource),
            meters);
  }

  @Test
  void aWeekIsThereBeforeItComes() {
    keeper.afterPropertiesSet();
    assertThat(days.days()).contains(today, today.plusDays(7));
    keeper.keep();
    assertThat(days.days()).hasSize(9);
  }

  @Test
  void anOccurrenceStandsInItsDay() {
    keeper.afterPropertiesSet();
    insert(today, "SENT");
    assertThat(days.strays()).isZero();
    keeper.keep();
    assertThat(meters.get("bricklayer.engine.ledger.strays").gauge().value()).isZero();
  }

  @Test
  void anOccurrenceWithoutADayIsKeptAndReported() {
    keeper.afterPropertiesSet();
    insert(today.plusDays(20), "READY");
    keeper.keep();
    assertThat(meters.get("bricklayer.engine.ledger.strays").gauge().value()).isOne();
  }

  @Test
  void anOldDayGoesWhenAllInItIsFinal() {
    LocalDate old = today.minusDays(31);
    days.make(old);
    days.make(today.minusDays(30));
    insert(old, "SENT");
    keeper.keep();
    assertThat(days.days()).doesNotContain(old).contains(today.minusDays(30));
  }

  @Test
  void anOldDayStaysWhileSomethingInItIsUnderWay() {
    LocalDate old = today.minusDays(31);
    days.make(old);
    insert(old, "SENDING");
    keeper.keep();
    assertThat(days.days()).contains(old);
    assertThat(count()).isOne();
  }

  @Test
  void whoWorksIsNotHeldUp() throws SQLException {
    LocalDate old = today.minusDays(31);
    keeper.afterPropertiesSet();
    days.make(old);
    try (Connection delivery = dataSource.getConnection();
        Statement statement = delivery.createStatement()) {
      delivery.setAutoCommit(false);
      statement.execute("select * from occurrence");
      keeper.keep();
      assertThat(days.days()).contains(old);
      delivery.rollback();
    }
    keeper.keep();
    assertThat(days.days()).doesNotContain(old);
  }

  @Test
  void oldStraysAreForgotten() {
    insert(today.minusDays(40), "MISSED");
    insert(today.minusDays(41), "READY");
    keeper.keep();
    assertThat(count()).isOne();
  }

  private void insert(LocalDate day, String state) {
    boolean done = List.of("SENT", "MISSED").contains(state);
    tables
        .ledger()
        .jdbc()
        .sql(
            """
            insert into occurrence (job_id, bot_id, planned_at, shard, state, look_at)
            values (gen_random_uuid(), gen_random_uuid(), :day, 0, :state,
              case when :done then null else now() end)
            """)
        .param("day", day.atStartOfDay().atOffset(ZoneOffset.UTC))
        .param("state", state)
        .param("done", done)
        .update();
  }

  private long count() {
    return tables.ledger().jdbc().sql("select count(*) from occurrence").query(Long.class).single();
  }
}
