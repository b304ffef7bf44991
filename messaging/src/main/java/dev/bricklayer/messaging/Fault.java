package dev.bricklayer.messaging;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/** What an exception says about trying again. */
enum Fault {
  /** No retry helps: the message goes to the dead letters at once. */
  UNREADABLE,
  /** The world's fault, and it passes: the message waits. */
  PASSING,
  /** Ours: some tries, then the dead letters. */
  BUG;

  /**
   * Classes of SQLSTATE that pass: 08 connection, 40 serialization and deadlock, 53 resources, 55
   * locks, 57 shutdown and cancel, 58 the server's own I/O.
   */
  private static final Set<String> PASSING_CLASSES = Set.of("08", "40", "53", "55", "57", "58");

  /** A database that was primary a moment ago. */
  private static final String READ_ONLY = "25006";

  static Fault of(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      Fault fault = ofOne(cause);
      if (fault != BUG) {
        return fault;
      }
    }
    return BUG;
  }

  private static Fault ofOne(Throwable cause) {
    return switch (cause) {
      case UnreadableMessageException _ -> UNREADABLE;
      case TransientDataAccessException _ -> PASSING;
      case RecoverableDataAccessException _ -> PASSING;
      case DataAccessResourceFailureException _ -> PASSING;
      case CannotCreateTransactionException _ -> PASSING;
      case SQLTransientException _ -> PASSING;
      case SQLRecoverableException _ -> PASSING;
      case SQLException sql when passes(sql.getSQLState()) -> PASSING;
      case RetriableException _ -> PASSING;
      default -> BUG;
    };
  }

  private static boolean passes(@Nullable String state) {
    return state != null
        && state.length() == 5
        && (state.equals(READ_ONLY) || PASSING_CLASSES.contains(state.substring(0, 2)));
  }
}
