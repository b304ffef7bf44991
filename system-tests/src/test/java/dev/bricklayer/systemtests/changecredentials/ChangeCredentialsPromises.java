package dev.bricklayer.systemtests.changecredentials;

import dev.bricklayer.bff.operation.Progress;
import dev.bricklayer.constructor.changecredentials.CredentialsChange;
import dev.bricklayer.contracts.saga.Service;
import dev.bricklayer.engine.changecredentials.CredentialsPlan;
import dev.bricklayer.storage.changecredentials.KeptCredentials;
import dev.bricklayer.testkit.explorer.SagaWorld;
import java.util.ArrayList;
import java.util.List;

/** What must hold of change-credentials in every world, and what where nothing moves. */
final class ChangeCredentialsPromises {

  private ChangeCredentialsPromises() {}

  static List<String> broken(SagaWorld world) {
    Progress operation = world.known(Service.BFF, Progress.class);
    CredentialsChange change = world.known(Service.CONSTRUCTOR, CredentialsChange.class);
    KeptCredentials kept = world.known(Service.STORAGE, KeptCredentials.class);
    boolean taken =
        world.known(Service.ENGINE, CredentialsPlan.class) instanceof CredentialsPlan.Taken;
    List<String> broken = new ArrayList<>();
    if (taken
        && (operation instanceof Progress.Undone || kept instanceof KeptCredentials.Dropped)) {
      broken.add("undone, and the bot speaks with the new ones");
    }
    if (!taken && (operation instanceof Progress.Done || kept instanceof KeptCredentials.Settled)) {
      broken.add("the old are gone before the new are taken");
    }
    if (operation instanceof Progress.Done && !(change instanceof CredentialsChange.Settled)) {
      broken.add("told as done, and the bot is still in hand");
    }
    if (world.quiet()) {
      broken.addAll(brokenAtRest(operation, change, kept, world));
    }
    return broken;
  }

  private static List<String> brokenAtRest(
      Progress operation, CredentialsChange change, KeptCredentials kept, SagaWorld world) {
    List<String> broken = new ArrayList<>();
    boolean ended = operation instanceof Progress.Done || operation instanceof Progress.Undone;
    if (!ended && world.faults().deadlines() == 0) {
      broken.add("it does not end");
    }
    if (ended
        && (change instanceof CredentialsChange.Verifying
            || change instanceof CredentialsChange.Verified)) {
      broken.add("over, and the bot is still in hand");
    }
    if (ended && kept instanceof KeptCredentials.Both) {
      broken.add("over, and both are kept");
    }
    return broken;
  }
}
