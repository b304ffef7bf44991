package dev.bricklayer.simulator;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A process that posts as fast as it can and says which posts were answered, until it is killed.
 */
final class KilledStandIn {

  private static final int POSTERS = 4;

  private KilledStandIn() {}

  public static void main(String[] args) throws InterruptedException {
    StandInMattermost standIn =
        StandInMattermost.start(Settings.forTest().withData(Path.of(args[0])));
    String release = standIn.demo().channelId("release");
    Caller bot = Caller.bot(standIn);
    AtomicLong number = new AtomicLong();
    for (int i = 0; i < POSTERS; i++) {
      Thread.startVirtualThread(
          () -> {
            while (true) {
              String message = "no. " + number.incrementAndGet();
              String id = Caller.id(bot.post(release, message, message));
              synchronized (KilledStandIn.class) {
                System.out.println(id);
                // Nobody listens any more: the test has ended without killing us.
                if (System.out.checkError()) {
                  Runtime.getRuntime().halt(1);
                }
              }
            }
          });
    }
    Thread.currentThread().join();
  }
}
