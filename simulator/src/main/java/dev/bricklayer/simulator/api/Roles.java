package dev.bricklayer.simulator.api;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What roles allow, as far as it is played: who may notify all of a channel. What was changed lasts
 * as long as the process.
 */
final class Roles {

  static final String CHANNEL_MENTIONS = "use_channel_mentions";

  private static final int LENGTH_OF_ID = 26;

  private final Map<String, Set<String>> permissions = new ConcurrentHashMap<>();

  Roles() {
    permissions.put("system_admin", Set.of("manage_system", CHANNEL_MENTIONS));
    permissions.put("system_user", Set.of("create_direct_channel", "view_members"));
    permissions.put("system_post_all", Set.of("create_post", CHANNEL_MENTIONS));
    permissions.put("system_post_all_public", Set.of("create_post_public", CHANNEL_MENTIONS));
    permissions.put("team_user", Set.of("view_team", "list_team_channels"));
    permissions.put("team_admin", Set.of("manage_team", CHANNEL_MENTIONS));
    permissions.put("channel_user", Set.of("read_channel", "create_post", CHANNEL_MENTIONS));
    permissions.put("channel_admin", Set.of("manage_channel_roles", CHANNEL_MENTIONS));
  }

  /** Ids are made of the names, so that they stay. */
  static String idOf(String name) {
    String id = name.replaceAll("[^a-z]", "");
    return (id + "0".repeat(LENGTH_OF_ID)).substring(0, LENGTH_OF_ID);
  }

  Optional<Map.Entry<String, Set<String>>> named(String name) {
    return Optional.ofNullable(permissions.get(name)).map(allowed -> Map.entry(name, allowed));
  }

  Optional<Map.Entry<String, Set<String>>> change(String id, Set<String> allowed) {
    Optional<String> name =
        permissions.keySet().stream().filter(known -> idOf(known).equals(id)).findFirst();
    name.ifPresent(known -> permissions.put(known, Set.copyOf(new TreeSet<>(allowed))));
    return name.flatMap(this::named);
  }
}
