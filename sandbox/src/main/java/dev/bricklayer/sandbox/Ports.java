package dev.bricklayer.sandbox;

import java.util.LinkedHashMap;
import java.util.Map;

/** Where everything listens. */
record Ports(
    int bff,
    int user,
    int constructor,
    int storage,
    int engine,
    int postgres,
    int kafka,
    int kafkaController,
    int standIn) {

  /** As documented, with Mattermost's own port for the stand-in. */
  static final Ports DEFAULT = from(8080, 8065);

  /** All in a row, beginning with the bff's. */
  static Ports from(int base) {
    return from(base, base + 7);
  }

  private static Ports from(int base, int standIn) {
    return new Ports(
        base, base + 1, base + 2, base + 3, base + 4, base + 5, base + 6, base + 8, standIn);
  }

  int of(ServiceName service) {
    return switch (service) {
      case BFF -> bff;
      case USER -> user;
      case CONSTRUCTOR -> constructor;
      case STORAGE -> storage;
      case ENGINE -> engine;
    };
  }

  /** What listens where, in words for people. */
  Map<String, Integer> byName(boolean withStandIn) {
    Map<String, Integer> ports = new LinkedHashMap<>();
    for (ServiceName service : ServiceName.values()) {
      ports.put(service.text(), of(service));
    }
    ports.put("PostgreSQL", postgres);
    ports.put("Kafka", kafka);
    ports.put("Kafka's controller", kafkaController);
    if (withStandIn) {
      ports.put("the stand-in Mattermost", standIn);
    }
    return ports;
  }
}
