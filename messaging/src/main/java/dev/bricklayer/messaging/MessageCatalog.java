package dev.bricklayer.messaging;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Everything a service may send or receive: which class stands behind which type, on which topic it
 * travels and by which key. The type on the wire is the simple class name.
 */
public final class MessageCatalog {

  private final Map<String, Class<?>> classes = new HashMap<>();
  private final Map<Class<?>, Topic> topics = new HashMap<>();
  private final List<Topic> all;
  private final Function<Object, String> keyOf;

  /**
   * A topic and what travels on it.
   *
   * @param name the name in Kafka
   * @param compacted whether Kafka keeps the newest record per key instead of some days
   * @param messages the classes that travel on it
   */
  public record Topic(String name, boolean compacted, Set<Class<?>> messages) {}

  /**
   * A catalogue.
   *
   * @param all every topic, each class on exactly one of them
   * @param keyOf the Kafka key of a message
   */
  public MessageCatalog(Collection<Topic> all, Function<Object, String> keyOf) {
    this.all = List.copyOf(all);
    this.keyOf = keyOf;
    for (Topic topic : all) {
      for (Class<?> message : topic.messages()) {
        if (classes.put(message.getSimpleName(), message) != null) {
          throw new IllegalArgumentException("two messages are called " + message.getSimpleName());
        }
        topics.put(message, topic);
      }
    }
  }

  /** Every topic. */
  public List<Topic> topics() {
    return all;
  }

  /** The type on the wire. */
  public String typeOf(Class<?> message) {
    topicOf(message);
    return message.getSimpleName();
  }

  /** The class behind a type; empty when this version does not know the type. */
  public Optional<Class<?>> classOf(String type) {
    return Optional.ofNullable(classes.get(type));
  }

  /**
   * The topic on which a message travels.
   *
   * @throws IllegalArgumentException when the class is not in the catalogue
   */
  public Topic topicOf(Class<?> message) {
    Topic topic = topics.get(message);
    if (topic == null) {
      throw new IllegalArgumentException(message.getName() + " is not in the catalogue");
    }
    return topic;
  }

  /** The Kafka key of a message. */
  public String keyOf(Object message) {
    return keyOf.apply(message);
  }
}
