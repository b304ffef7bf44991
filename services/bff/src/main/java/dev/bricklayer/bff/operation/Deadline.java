package dev.bricklayer.bff.operation;

import dev.bricklayer.contracts.saga.Decision;
import dev.bricklayer.contracts.saga.NoCall;

/** What a saga's initiator does about a run that takes too long. One bean per saga. */
public interface Deadline {

  /** The saga's name. */
  String saga();

  /** The deadline has passed: what to ask, again and again. */
  Decision<Progress, NoCall> onDeadline(Operation operation);
}
