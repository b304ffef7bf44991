package dev.bricklayer.systemtests.createbot;

import dev.bricklayer.bff.operation.Progress;
import dev.bricklayer.constructor.createbot.Reservation;
import dev.bricklayer.contracts.saga.Service;
import dev.bricklayer.engine.createbot.Plan;
import dev.bricklayer.storage.createbot.StoredJob;
import dev.bricklayer.systemtests.createbot.CreateBotParticipants.Account;
import dev.bricklayer.systemtests.createbot.CreateBotParticipants.Constructed;
import dev.bricklayer.testkit.explorer.SagaWorld;
import java.util.ArrayList;
import java.util.List;

/** What must hold of create-bot in every world, and what in every world where nothing moves. */
final class CreateBotPromises {

  private CreateBotPromises() {}

  static List<String> broken(SagaWorld world) {
    Progress operation = world.known(Service.BFF, Progress.class);
    Constructed constructed = world.known(Service.CONSTRUCTOR, Constructed.class);
    Reservation reservation = constructed.reservation();
    StoredJob stored = world.known(Service.STORAGE, StoredJob.class);
    Plan plan = world.known(Service.ENGINE, Plan.class);
    boolean whole =
        reservation instanceof Reservation.Active
            && stored instanceof StoredJob.Current
            && plan instanceof Plan.Planned;
    List<String> broken = new ArrayList<>();
    if (operation instanceof Progress.Done && !whole) {
      broken.add("told as done, and the bot is not whole");
    }
    if (plan instanceof Plan.Planned
        && (operation instanceof Progress.Undone
            || stored instanceof StoredJob.Gone
            || reservation instanceof Reservation.Gone)) {
      broken.add("fires though it was undone");
    }
    if (world.quiet()) {
      brokenAtRest(operation, constructed, stored, plan, world).forEach(broken::add);
    }
    return broken;
  }

  private static List<String> brokenAtRest(
      Progress operation, Constructed constructed, StoredJob stored, Plan plan, SagaWorld world) {
    List<String> broken = new ArrayList<>();
    boolean ended = operation instanceof Progress.Done || operation instanceof Progress.Undone;
    if (!ended && world.faults().deadlines() == 0) {
      broken.add("it does not end");
    }
    broken.addAll(brokenInMattermost(operation, constructed.account()));
    if (operation instanceof Progress.Undone) {
      Reservation reservation = constructed.reservation();
      if (!(reservation instanceof Reservation.Gone
          || reservation instanceof Reservation.Unknown)) {
        broken.add("undone, and the name is still held");
      }
      if (!(stored instanceof StoredJob.Gone || stored instanceof StoredJob.Unknown)) {
        broken.add("undone, and the job is still stored");
      }
      if (!(plan instanceof Plan.Gone || plan instanceof Plan.Unknown)) {
        broken.add("undone, and the engine still works at it");
      }
    }
    return broken;
  }

  private static List<String> brokenInMattermost(Progress operation, Account account) {
    List<String> broken = new ArrayList<>();
    if (operation instanceof Progress.Undone && account == Account.THERE) {
      broken.add("undone, and its account is left behind in Mattermost");
    }
    if (operation instanceof Progress.Undone(var refusal)
        && CreateBotParticipants.BEFORE_THE_ACCOUNT.contains(refusal)
        && account != Account.NONE) {
      broken.add("refused by a check, and there was an account in Mattermost for a while");
    }
    return broken;
  }
}
