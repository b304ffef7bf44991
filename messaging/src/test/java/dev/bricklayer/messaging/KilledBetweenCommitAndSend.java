package dev.bricklayer.messaging;

import dev.bricklayer.embedded.DatabaseAccess;
import dev.bricklayer.messaging.Wire.Said;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * A service that dies when its transaction has committed, before anything could be sent. Run as:
 * url, user, password, kafka, number of the test's wire, key.
 */
final class KilledBetweenCommitAndSend {

  private KilledBetweenCommitAndSend() {}

  public static void main(String[] arguments) throws InterruptedException {
    DatabaseAccess database = new DatabaseAccess(arguments[0], arguments[1], arguments[2]);
    TestService service =
        TestService.named(
                "killed", new Wire(arguments[3], Integer.parseInt(arguments[4])), database)
            .startReady();
    service.inTransaction(
        out -> {
          TransactionSynchronizationManager.registerSynchronization(new Death());
          out.send(new Said(arguments[5], 1, "the last words"));
          out.send(new Said(arguments[5], 2, "the very last"));
          return true;
        });
  }

  private static final class Death implements TransactionSynchronization {
    @Override
    public void afterCommit() {
      OwnProcess.die();
    }
  }
}
