package dev.bricklayer.engine.delivery;

import dev.bricklayer.engine.ledger.Occurrence;
import dev.bricklayer.engine.server.Admission;
import dev.bricklayer.engine.server.ServerGate;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * One thread of each copy that picks from the line what this copy can deliver: only as much as has
 * a sender and is allowed. It also looks after the gate: whether the server is there again.
 */
@Component
class ServeWaitingLine implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(ServeWaitingLine.class);
  private static final Duration LOOK = Duration.ofMillis(250);

  private final WaitingLine line;
  private final Senders senders;
  private final ServerGate gate;
  private final DeliverySettings settings;
  private volatile boolean running;
  private @Nullable Thread server;

  ServeWaitingLine(WaitingLine line, Senders senders, ServerGate gate, DeliverySettings settings) {
    this.line = line;
    this.senders = senders;
    this.gate = gate;
    this.settings = settings;
  }

  @Override
  public void start() {
    running = true;
    server = Thread.ofPlatform().name("engine-waiting-line").start(this::serveUntilStopped);
  }

  private void serveUntilStopped() {
    try {
      while (running) {
        Thread.sleep(round());
      }
    } catch (InterruptedException e) {
      log.debug("nobody is served out of the line any more: stopping");
    }
  }

  /** Serves who can be served now, and says how long to wait for the next round. */
  private Duration round() throws InterruptedException {
    try {
      gate.tend();
      return line.anything() ? serve() : LOOK;
    } catch (RuntimeException e) {
      log.warn("who waits could not be served; again in {}", LOOK, e);
      return LOOK;
    }
  }

  private Duration serve() throws InterruptedException {
    int reserved = senders.reserve(settings.atOnce(), LOOK);
    int free = reserved;
    try {
      Admission admission = reserved == 0 ? new Admission(0, Duration.ZERO) : gate.admit(reserved);
      if (admission.calls() == 0) {
        return admission.again().compareTo(LOOK) < 0 ? admission.again() : LOOK;
      }
      free = reserved - admission.calls();
      deliver(admission.calls());
      return Duration.ZERO;
    } finally {
      senders.release(free);
    }
  }

  private void deliver(int admitted) {
    List<Occurrence> next = List.of();
    try {
      next = line.next(admitted);
    } finally {
      int unused = admitted - next.size();
      senders.release(unused);
      gate.giveBack(unused);
    }
    if (!next.isEmpty()) {
      senders.begin(next, next.size());
    }
  }

  @Override
  public void stop() {
    running = false;
    if (server == null) {
      return;
    }
    server.interrupt();
    try {
      server.join(Duration.ofSeconds(5));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
