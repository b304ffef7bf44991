package dev.bricklayer.engine.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bricklayer.engine.Installation;
import dev.bricklayer.engine.PlannedJob;
import dev.bricklayer.engine.lease.LeaderDatabase;
import dev.bricklayer.engine.lease.Lease;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.context.ConfigurableApplicationContext;

/** One shard becomes two, led by two copies, of which one dies: one history. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ShardsTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String TWO = "--bricklayer.engine.lease.shards=2";

  private static Installation installation;
  private static ConfigurableApplicationContext one;
  private static ConfigurableApplicationContext other;
  private static List<PlannedJob> jobs;

  @BeforeAll
  static void start() {
    installation = Installation.fresh();
    one = installation.engine(TWO);
    jobs = IntStream.range(0, 40).mapToObj(_ -> later()).toList();
  }

  @AfterAll
  static void stop() {
    installation.close();
  }

  @Test
  @Order(1)
  void oneCopyLeadsBothAndEachJobMovesToItsOwn() {
    await().atMost(PATIENCE).until(() -> led(one).equals(List.of(0, 1)));
    asIfThereHadBeenOne();
    await().atMost(PATIENCE).until(() -> misplaced() == 0);
    assertThat(jobsIn(0)).isPositive();
    assertThat(jobsIn(1)).isPositive();
  }

  @Test
  @Order(2)
  void anotherCopyIsGivenItsShare() {
    other = installation.engine(TWO);
    await().atMost(PATIENCE).until(() -> led(one).size() == 1 && led(other).size() == 1);
    assertThat(led(one)).isNotEqualTo(led(other));
  }

  @Test
  @Order(3)
  void jobsOfBothShardsArePostedOnce() {
    installation.ledger().planAll(installation.ledger().now().plusSeconds(1));
    awaitAllPosted(1);
  }

  @Test
  @Order(4)
  void theShardOfACopyThatDiesIsLedByTheOther() {
    other.getBean(LeaderDatabase.class).destroy();
    installation.ledger().planAll(installation.ledger().now().plusSeconds(1));
    await().atMost(PATIENCE).until(() -> led(one).equals(List.of(0, 1)));
    awaitAllPosted(2);
  }

  private static PlannedJob later() {
    return PlannedJob.in(installation).dueIn(Duration.ofDays(1));
  }

  private static void asIfThereHadBeenOne() {
    installation.ledger().jdbc().sql("update schedule set shard = 0").update();
    installation.ledger().jdbc().sql("update lease set spread_over = 1").update();
  }

  private static List<Integer> led(ConfigurableApplicationContext engine) {
    return engine.getBean(LeadShards.class).leases().stream().map(Lease::shard).sorted().toList();
  }

  private static void awaitAllPosted(int times) {
    String[] sent = Collections.nCopies(times, "SENT").toArray(String[]::new);
    installation.ledger().awaitStates(jobs, sent);
    assertThat(jobs).allSatisfy(job -> assertThat(installation.posts(job.text())).hasSize(times));
  }

  private static long jobsIn(int shard) {
    return count("select count(*) from schedule where shard = " + shard);
  }

  private static long misplaced() {
    return count(
        "select count(*) from schedule, sharding where shard <> shard_of(bot_id, shards)"
            + " or not exists (select from lease where lease.shard = schedule.shard)");
  }

  private static long count(String sql) {
    return installation.ledger().jdbc().sql(sql).query(Long.class).single();
  }
}
