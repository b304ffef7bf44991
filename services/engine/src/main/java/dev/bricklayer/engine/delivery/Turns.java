package dev.bricklayer.engine.delivery;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.engine.ledger.Occurrence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The order in which occurrences go that came together: every bot's first, then their second. */
final class Turns {

  private Turns() {}

  private record Turn(Occurrence occurrence, int number) {}

  /** Of one bot they stay in the order in which they came. */
  static List<Occurrence> of(List<Occurrence> occurrences) {
    Map<BotId, Integer> turns = new HashMap<>();
    List<Turn> numbered = new ArrayList<>(occurrences.size());
    for (Occurrence occurrence : occurrences) {
      numbered.add(new Turn(occurrence, turns.merge(occurrence.botId(), 1, Integer::sum)));
    }
    return numbered.stream()
        .sorted(Comparator.comparingInt(Turn::number))
        .map(Turn::occurrence)
        .toList();
  }
}
