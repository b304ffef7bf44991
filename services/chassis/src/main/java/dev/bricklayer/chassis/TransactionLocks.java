package dev.bricklayer.chassis;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Lets transactions about the same thing take turns, also where there is no row yet that could be
 * locked: of two first messages about one bot the second then finds what the first made of it.
 *
 * <p>Whoever needs several locks takes them in one order everywhere (bot before owner).
 */
public final class TransactionLocks {

  /**
   * The lock is PostgreSQL's own and ends with the transaction, also when the client dies.
   * Sixty-four bits of hash: two things that share a lock by chance would wait for one another,
   * nothing worse.
   */
  private static final String LOCK =
      """
      select pg_advisory_xact_lock(hashtextextended(:what, 0))
      """;

  private final JdbcClient jdbc;

  /** Locks of this database. */
  public TransactionLocks(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Waits for its turn, and has it until the transaction ends.
   *
   * @param kind what is locked: {@code bot}, {@code owner}
   */
  public void lock(String kind, UUID id) {
    jdbc.sql(LOCK).param("what", kind + " " + id).query(row -> {});
  }
}
