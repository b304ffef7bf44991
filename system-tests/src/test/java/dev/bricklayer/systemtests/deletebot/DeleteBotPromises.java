package dev.bricklayer.systemtests.deletebot;

import dev.bricklayer.bff.operation.Progress;
import dev.bricklayer.constructor.deletebot.Departure;
import dev.bricklayer.contracts.saga.Service;
import dev.bricklayer.engine.deletebot.Firing;
import dev.bricklayer.storage.deletebot.StoredBot;
import dev.bricklayer.testkit.explorer.SagaWorld;
import java.util.ArrayList;
import java.util.List;

/** What must hold of delete-bot in every world, and what in every world where nothing moves. */
final class DeleteBotPromises {

  private DeleteBotPromises() {}

  static List<String> broken(SagaWorld world) {
    Progress operation = world.known(Service.BFF, Progress.class);
    Departure departure = world.known(Service.CONSTRUCTOR, Departure.class);
    Firing firing = world.known(Service.ENGINE, Firing.class);
    StoredBot stored = world.known(Service.STORAGE, StoredBot.class);
    boolean gone = stored instanceof StoredBot.Gone;
    List<String> broken = new ArrayList<>();
    if (operation instanceof Progress.Done
        && !(departure instanceof Departure.Gone && gone && firing instanceof Firing.Ended)) {
      broken.add("told as done, and something of the bot is left");
    }
    if (operation instanceof Progress.Undone
        && (departure instanceof Departure.Marked || departure instanceof Departure.Gone)) {
      broken.add("told as refused, and the bot goes");
    }
    if (gone && world.intents().containsKey(Service.ENGINE)) {
      broken.add("erased while something is being sent");
    }
    if (departure instanceof Departure.Gone && !gone) {
      broken.add("forgotten, and its jobs are kept");
    }
    if (world.quiet() && !ended(operation) && !(firing instanceof Firing.Ending)) {
      broken.add("it does not end");
    }
    return broken;
  }

  private static boolean ended(Progress operation) {
    return operation instanceof Progress.Done || operation instanceof Progress.Undone;
  }
}
