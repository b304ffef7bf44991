package dev.bricklayer.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.bricklayer.embedded.DatabaseAccess;
import dev.bricklayer.messaging.LastWrites.Write;
import dev.bricklayer.testkit.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

class LastWritesTest {

  private static final String SAY = "insert into said (text) values (:text)";

  private final DatabaseAccess access = TestDatabase.fresh("last_writes");
  private final DriverManagerDataSource database =
      new DriverManagerDataSource(access.url(), access.user(), access.password());
  private final JdbcTemplate jdbc = new JdbcTemplate(database);
  private final DataSourceTransactionManager transactions =
      new DataSourceTransactionManager(database);
  private final TransactionTemplate transaction = new TransactionTemplate(transactions);
  private final LastWrites lastWrites = new LastWrites(jdbc);

  @BeforeEach
  void thereIsATable() {
    jdbc.execute("create table said (id bigserial primary key, text text)");
  }

  private Write say(String text) {
    return lastWrites.sql(SAY).param("text", text);
  }

  private List<String> said() {
    return jdbc.queryForList("select text from said order by id", String.class);
  }

  @Test
  void areWrittenInTheirOrderWhenTheTransactionCommits() {
    transaction.executeWithoutResult(
        _ -> {
          say("one").atCommit();
          say("two").atCommit();
          assertThat(said()).isEmpty();
        });

    assertThat(said()).containsExactly("one", "two");
  }

  @Test
  void goWithAQuestionThatComesLast() {
    List<String> answer =
        transaction.execute(
            _ -> {
              say("one").atCommit();
              return lastWrites.andThen(
                  lastWrites.sql("select text from said"), (row, _) -> row.getString(1));
            });

    assertThat(answer).containsExactly("one");
  }

  @Test
  void areNotWrittenWhenTheTransactionRollsBack() {
    transaction.executeWithoutResult(
        running -> {
          say("one").atCommit();
          running.setRollbackOnly();
        });

    assertThat(said()).isEmpty();
  }

  @Test
  void oneThatFindsOtherRowsThanItShouldTakesAllBack() {
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                transaction.executeWithoutResult(
                    _ -> {
                      say("one").atCommit();
                      lastWrites.sql("delete from said where text = 'two'").atCommit(this::one);
                    }))
        .withMessage("not one row");

    assertThat(said()).isEmpty();
  }

  private void one(int rows) {
    if (rows != 1) {
      throw new IllegalStateException("not one row");
    }
  }

  @Test
  void whatIsTakenBackToASavepointIsNotWritten() {
    transaction.executeWithoutResult(
        running -> {
          say("one").atCommit();
          Object savepoint = running.createSavepoint();
          say("two").atCommit();
          running.rollbackToSavepoint(savepoint);
          say("three").atCommit();
        });

    assertThat(said()).containsExactly("one", "three");
  }

  @Test
  void thoseOfAnInnerTransactionAreItsOwn() {
    TransactionTemplate inner = new TransactionTemplate(transactions);
    inner.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    transaction.executeWithoutResult(
        running -> {
          say("outside").atCommit();
          inner.executeWithoutResult(_ -> say("inside").atCommit());
          running.setRollbackOnly();
        });

    assertThat(said()).containsExactly("inside");
  }

  @Test
  void needATransaction() {
    assertThatIllegalStateException().isThrownBy(() -> say("one").atCommit());
  }
}
