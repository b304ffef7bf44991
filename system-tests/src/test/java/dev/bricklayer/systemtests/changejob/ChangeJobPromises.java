package dev.bricklayer.systemtests.changejob;

import dev.bricklayer.bff.operation.Progress;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.RefusalCode;
import dev.bricklayer.contracts.saga.Service;
import dev.bricklayer.engine.changejob.KnownRevision;
import dev.bricklayer.storage.changejob.KnownChange;
import dev.bricklayer.systemtests.changejob.ChangeJobParticipants.Let;
import dev.bricklayer.systemtests.changejob.ChangeJobParticipants.Membership;
import dev.bricklayer.testkit.explorer.SagaWorld;
import java.util.ArrayList;
import java.util.List;

/** What must hold of change-job in every world, and what in every world where nothing moves. */
final class ChangeJobPromises {

  private ChangeJobPromises() {}

  /** Of a change that leads into another channel. */
  static List<String> brokenByAMove(SagaWorld world) {
    KnownRevision revision = world.known(Service.ENGINE, KnownRevision.class);
    Let let = world.known(Service.CONSTRUCTOR, Let.class);
    boolean inForce = revision instanceof KnownRevision.Applied;
    List<String> broken = new ArrayList<>(broken(world));
    if (world.quiet() && inForce && let.membership() == Membership.IN && let.there()) {
      broken.add("moved, and the bot is still where it was");
    }
    return broken;
  }

  static List<String> broken(SagaWorld world) {
    Progress operation = world.known(Service.BFF, Progress.class);
    KnownChange change = world.known(Service.STORAGE, KnownChange.class);
    KnownRevision revision = world.known(Service.ENGINE, KnownRevision.class);
    boolean inForce = revision instanceof KnownRevision.Applied;
    Let let = world.known(Service.CONSTRUCTOR, Let.class);
    List<String> broken = new ArrayList<>();
    if (operation instanceof Progress.Done && !(inForce && change instanceof KnownChange.Current)) {
      broken.add("told as done, and the revision is not in force everywhere");
    }
    if (change instanceof KnownChange.Current && !inForce) {
      broken.add("current, and the engine does not fire by it");
    }
    if (inForce && (isUndone(operation) || isDropped(change))) {
      broken.add("in force though it was undone");
    }
    if (inForce && let.membership() == Membership.LEFT) {
      broken.add("in force, and the bot has left the channel");
    }
    if (world.quiet()) {
      broken.addAll(brokenAtRest(operation, change, revision, world));
      broken.addAll(brokenInMattermost(revision, let));
    }
    return broken;
  }

  private static List<String> brokenAtRest(
      Progress operation, KnownChange change, KnownRevision revision, SagaWorld world) {
    List<String> broken = new ArrayList<>();
    boolean ended = operation instanceof Progress.Done || operation instanceof Progress.Undone;
    if (!ended && world.faults().deadlines() == 0) {
      broken.add("it does not end");
    }
    if (ended && change instanceof KnownChange.Waiting) {
      broken.add("ended, and the job is still in its hand");
    }
    if (operation instanceof Progress.Undone && revision instanceof KnownRevision.Checking) {
      broken.add("undone, and the engine still works at it");
    }
    return broken;
  }

  private static List<String> brokenInMattermost(KnownRevision revision, Let let) {
    boolean inForce = revision instanceof KnownRevision.Applied;
    List<String> broken = new ArrayList<>();
    if (!inForce && let.membership() == Membership.IN) {
      broken.add("not in force, and the bot is in the channel that it joined for it");
    }
    if (!inForce && !let.there()) {
      broken.add("not in force, and the bot has left the channel that it speaks in");
    }
    return broken;
  }

  /** What was deleted in between may have been in force: deletion wins, and nothing of it fires. */
  private static boolean isUndone(Progress operation) {
    return operation instanceof Progress.Undone(var why) && !isDeletion(why);
  }

  private static boolean isDropped(KnownChange change) {
    return change instanceof KnownChange.Dropped(_, var why) && !isDeletion(why);
  }

  private static boolean isDeletion(Refusal why) {
    return why.code() == RefusalCode.JOB_DELETED || why.code() == RefusalCode.BOT_DELETED;
  }
}
