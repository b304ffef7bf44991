package dev.bricklayer.contracts.saga;

import dev.bricklayer.contracts.Message;
import java.util.List;

/**
 * One row of a saga's map: one reaction of one service.
 *
 * @param name what it does, for people: {@code reserve the name}
 * @param service who does it
 * @param reaction simple name of the reaction class, {@code <Verb><Object>On<Event>}; tests bind it
 * @param reactsTo the message that brings it about
 * @param kind its part in the saga
 * @param callsOutside whether it calls Mattermost between two transactions
 * @param answers what it may send, most usual first; empty for an end
 * @param undoneBy the row that takes back what this one did; empty when it leaves nothing
 */
public record SagaStep(
    String name,
    Service service,
    String reaction,
    Class<? extends Message> reactsTo,
    Kind kind,
    boolean callsOutside,
    List<Class<? extends Message>> answers,
    String undoneBy) {

  /** A row's part in the saga. */
  public enum Kind {
    /** On the way to the goal. */
    FORWARD,
    /** The row that decides: before it the saga can be undone, after it it cannot. */
    PIVOT,
    /** Asked to end the saga, the pivot's owner answers with what came first. */
    ARBITRATION,
    /** Takes back a forward row. */
    COMPENSATION,
    /** After the decision: nobody waits for it, and it is tried until it is done. */
    AFTERMATH,
    /** Who shows it to people hears that it has begun elsewhere. */
    NEWS,
    /** Who shows it to people hears how it ended: as wished. */
    DONE,
    /** Who shows it to people hears how it ended: undone. */
    UNDONE
  }
}
