package dev.bricklayer.bff.endings;

import dev.bricklayer.bff.cards.Card;
import dev.bricklayer.bff.drafts.Drafts;
import dev.bricklayer.bff.operation.Operation;
import dev.bricklayer.bff.operation.Operations;
import dev.bricklayer.bff.operation.Progress;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Shows what came of something: now, or that it will be told later. */
@Component
public class Endings {

  private final Operations operations;
  private final TellingRepository tellings;
  private final EndCards cards;
  private final Drafts drafts;

  Endings(Operations operations, TellingRepository tellings, EndCards cards, Drafts drafts) {
    this.operations = operations;
    this.tellings = tellings;
    this.cards = cards;
    this.drafts = drafts;
  }

  /**
   * What is shown of an operation now. One that is still under way is told later: it is looked at
   * again after that was written down, so that no end slips in between.
   */
  public Card nowOrLater(Operation operation, Telling telling) {
    if (!isUnderWay(operation)) {
      return shown(operation, telling);
    }
    UUID about = operation.id().value();
    tellings.keep(about, telling);
    Operation now = operations.find(operation.id(), telling.person()).orElse(operation);
    if (isUnderWay(now) || tellings.claim(about, TellEnds.LEASE, Telling.class).isEmpty()) {
      return cards.underWay(telling);
    }
    tellings.delete(about);
    return shown(now, telling);
  }

  /** The card of its end, as it is told. */
  Card shown(Operation operation, Telling telling) {
    heard(operation, telling);
    return cards.of(operation, telling);
  }

  /** They have heard of a refusal: the same form, sent again, is a new attempt. */
  public void heard(Telling telling) {
    Optional.ofNullable(telling.draft()).ifPresent(id -> drafts.refused(id, telling.attempt()));
  }

  private void heard(Operation operation, Telling telling) {
    switch (operation.progress()) {
      case Progress.Undone _ -> heard(telling);
      case Progress.Done _ -> Optional.ofNullable(telling.draft()).ifPresent(drafts::spend);
      case Progress.Working _, Progress.NeedsHelp _ -> {}
    }
  }

  static boolean isUnderWay(Operation operation) {
    return switch (operation.progress()) {
      case Progress.Working _, Progress.NeedsHelp _ -> true;
      case Progress.Done _, Progress.Undone _ -> false;
    };
  }
}
