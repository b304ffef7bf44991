package dev.bricklayer.systemtests.deleteuser;

import dev.bricklayer.bff.operation.Progress;
import dev.bricklayer.constructor.deleteuser.Leaving;
import dev.bricklayer.contracts.saga.Service;
import dev.bricklayer.testkit.explorer.SagaWorld;
import dev.bricklayer.user.deleteuser.Deletion;
import java.util.ArrayList;
import java.util.List;

/** What must hold of delete-user in every world, and what in every world where nothing moves. */
final class DeleteUserPromises {

  private DeleteUserPromises() {}

  static List<String> broken(SagaWorld world) {
    Progress operation = world.known(Service.BFF, Progress.class);
    Deletion account = world.known(Service.USER, Deletion.class);
    Leaving bots = world.known(Service.CONSTRUCTOR, Leaving.class);
    boolean botsGone = bots instanceof Leaving.Deleted || bots instanceof Leaving.HandedOver;
    List<String> broken = new ArrayList<>();
    if (account instanceof Deletion.Erased && !botsGone) {
      broken.add("the account is gone, and some of its bots are not");
    }
    if (account instanceof Deletion.Kept && !(bots instanceof Leaving.Refused)) {
      broken.add("the account stays, and its bots do not");
    }
    if (operation instanceof Progress.Done && !(account instanceof Deletion.Erased)) {
      broken.add("told as done, and the account is there");
    }
    if (operation instanceof Progress.Undone && !(account instanceof Deletion.Kept)) {
      broken.add("told as undone, and the account is not kept");
    }
    if (world.quiet()
        && world.faults().deadlines() == 0
        && !(bots instanceof Leaving.Deleting)
        && !(operation instanceof Progress.Done || operation instanceof Progress.Undone)) {
      broken.add("it does not end");
    }
    return broken;
  }
}
