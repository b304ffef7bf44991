package dev.bricklayer.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

class FaultTest {

  static Stream<Arguments> faults() {
    return Stream.of(
        Arguments.of(new UnreadableMessageException("torn"), Fault.UNREADABLE),
        Arguments.of(
            new IllegalStateException(new UnreadableMessageException("torn")), Fault.UNREADABLE),
        Arguments.of(new CannotAcquireLockException("deadlock"), Fault.PASSING),
        Arguments.of(new DataAccessResourceFailureException("gone"), Fault.PASSING),
        Arguments.of(new CannotCreateTransactionException("no connection"), Fault.PASSING),
        Arguments.of(
            new TransactionSystemException("commit", new SQLException("gone", "08006")),
            Fault.PASSING),
        Arguments.of(new RuntimeException(new SQLException("going down", "57P01")), Fault.PASSING),
        Arguments.of(new RuntimeException(new SQLException("replica", "25006")), Fault.PASSING),
        Arguments.of(new TimeoutException("Kafka"), Fault.PASSING),
        Arguments.of(new RuntimeException(new SQLException("aborted", "25P02")), Fault.BUG),
        Arguments.of(new RuntimeException(new SQLException("syntax", "42601")), Fault.BUG),
        Arguments.of(new SQLException("no state"), Fault.BUG),
        Arguments.of(new DuplicateKeyException("twice"), Fault.BUG),
        Arguments.of(new RecordTooLargeException("Kafka"), Fault.BUG),
        Arguments.of(new StackOverflowError(), Fault.BUG),
        Arguments.of(new NullPointerException(), Fault.BUG));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void saysWhetherTryingAgainHelps(Throwable thrown, Fault fault) {
    assertThat(Fault.of(thrown)).isEqualTo(fault);
  }
}
