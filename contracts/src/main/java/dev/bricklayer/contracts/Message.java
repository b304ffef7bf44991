package dev.bricklayer.contracts;

/**
 * What crosses the wire: a record whose simple class name is its type on the wire and whose
 * components are its JSON. Contracts only grow: a component may be added, none renamed or removed.
 */
public interface Message {

  /** The Kafka key: messages of one key keep their order within one topic. */
  String key();
}
