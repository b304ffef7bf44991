package dev.bricklayer.engine.delivery;

import dev.bricklayer.engine.ledger.Occurrence;
import dev.bricklayer.engine.server.ServerGate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Delivers what Kafka brings, as long as it can go at once. What cannot, because all senders are
 * busy, Mattermost allows no more or does not answer, gets in line: there every bot has its turn,
 * and Kafka's order counts no more. Whoever brings occurrences waits until each is taken or in
 * line, not until it is posted.
 */
@Component
class DeliverOccurrences {

  private final Senders senders;
  private final ServerGate gate;
  private final WaitingLine line;
  private final DeliverySettings settings;

  DeliverOccurrences(
      Senders senders, ServerGate gate, WaitingLine line, DeliverySettings settings) {
    this.senders = senders;
    this.gate = gate;
    this.line = line;
    this.settings = settings;
  }

  /**
   * Begins to deliver these and returns when each is somebody's: a sender's here, or in line. So a
   * slow Mattermost stops no partition.
   *
   * @throws RuntimeException when some could not be taken, such as for want of a database: bring
   *     them all again, those that were taken are recognised
   */
  void deliver(List<Occurrence> occurrences) throws InterruptedException {
    List<Occurrence> left = Turns.of(occurrences);
    while (!left.isEmpty() && !line.isBusy()) {
      int free = senders.reserve(left.size(), Duration.ZERO);
      if (free == 0) {
        left = withoutThoseWhoHaveTheirShare(left);
        free = senders.reserve(left.size(), settings.patience());
      }
      int admitted = admit(free);
      if (admitted == 0) {
        break;
      }
      senders.begin(left.subList(0, admitted), admitted);
      left = left.subList(admitted, left.size());
    }
    line.queue(left);
  }

  private int admit(int reserved) {
    int admitted = 0;
    try {
      admitted = reserved == 0 ? 0 : gate.admit(reserved).calls();
      return admitted;
    } finally {
      senders.release(reserved - admitted);
    }
  }

  /** A bot that keeps half of the senders busy waits in line with the rest of what it has. */
  private List<Occurrence> withoutThoseWhoHaveTheirShare(List<Occurrence> occurrences) {
    Map<Boolean, List<Occurrence>> parts =
        occurrences.stream()
            .collect(Collectors.partitioningBy(each -> senders.hasItsShare(each.botId())));
    line.queue(parts.getOrDefault(true, List.of()));
    return parts.getOrDefault(false, List.of());
  }
}
