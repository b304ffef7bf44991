package dev.bricklayer.messaging;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Starts and stops it all. The service's start does not wait for Kafka: what needs it begins in the
 * background as soon as it is there. It stops after the web server, so that what the last requests
 * put into the outbox still leaves: first nothing comes in any more, then what is out is brought.
 */
final class MessagingLifecycle implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(MessagingLifecycle.class);

  /** Before and beyond the web server, which takes the 2048 below the default. */
  private static final int PHASE = DEFAULT_PHASE - 4096;

  private static final Duration CHECK = Duration.ofSeconds(10);

  private final OutboxSender sender;
  private final Topics topics;
  private final ReactionConsumer reactions;
  private final ObserverConsumer observers;
  private final Calls calls;
  private final Housekeeping housekeeping;
  private final BacklogSampler backlog;
  private final LagWatch lag;
  private volatile boolean running;
  private @Nullable Loop consuming;
  private volatile @Nullable Loop keeping;

  MessagingLifecycle(
      OutboxSender sender,
      Topics topics,
      ReactionConsumer reactions,
      ObserverConsumer observers,
      Calls calls,
      Housekeeping housekeeping,
      BacklogSampler backlog,
      LagWatch lag) {
    this.sender = sender;
    this.topics = topics;
    this.reactions = reactions;
    this.observers = observers;
    this.calls = calls;
    this.housekeeping = housekeeping;
    this.backlog = backlog;
    this.lag = lag;
  }

  @Override
  public void start() {
    running = true;
    sender.start();
    calls.start();
    housekeeping.start();
    backlog.start();
    consuming = Loop.start("messaging-start", this::startConsuming);
  }

  /** Tried again as a whole until Kafka is there; making topics is harmless twice. */
  private boolean startConsuming() throws InterruptedException {
    topics.make();
    sender.prepareFor(topics.names());
    observers.start();
    reactions.start();
    lag.start();
    keeping = Loop.every(CHECK, "messaging-consumer", reactions::keepRunning);
    log.info("Messages are read");
    return false;
  }

  @Override
  public void stop() {
    running = false;
    end(consuming);
    end(keeping);
    lag.stop();
    reactions.stop();
    observers.stop();
    calls.stop();
    housekeeping.stop();
    backlog.stop();
    sender.stop();
  }

  private static void end(@Nullable Loop loop) {
    if (loop != null) {
      loop.stop(Duration.ofSeconds(1));
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return PHASE;
  }
}
