package dev.bricklayer.simulator.api;

import dev.bricklayer.simulator.world.User;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Roles and what they allow; whoever has a session may read them. */
final class RoleCalls {

  private final Roles roles;
  private final Rights rights;

  RoleCalls(Roles roles, Rights rights) {
    this.roles = roles;
    this.rights = rights;
  }

  Reply byNames(Call call) {
    ArrayNode found = JsonNodeFactory.instance.arrayNode();
    for (JsonNode name : call.body()) {
      roles.named(name.asString("")).map(RoleCalls::view).ifPresent(found::add);
    }
    return Reply.ok(found);
  }

  Reply getByName(Call call) {
    return answer(roles.named(call.segment("name")));
  }

  /** Its permissions become these. */
  Reply patch(Call call) {
    User by = call.user();
    if (!rights.administers(by)) {
      return Reply.forbidden(by.id(), "sysconsole_write_user_management_permissions");
    }
    Set<String> permissions = new TreeSet<>();
    call.body().path("permissions").forEach(each -> permissions.add(each.asString("")));
    return answer(roles.change(call.segment("role"), permissions));
  }

  private static Reply answer(Optional<Map.Entry<String, Set<String>>> role) {
    return role.map(found -> Reply.ok(view(found)))
        .orElseGet(() -> Reply.missing("app.role.get_by_name.app_error", "There is no such role."));
  }

  private static ObjectNode view(Map.Entry<String, Set<String>> role) {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("id", Roles.idOf(role.getKey()))
            .put("name", role.getKey())
            .put("display_name", "authentication.roles." + role.getKey() + ".name")
            .put("description", "authentication.roles." + role.getKey() + ".description")
            .put("create_at", 0)
            .put("update_at", 0)
            .put("delete_at", 0)
            .put("scheme_managed", true)
            .put("built_in", true);
    ArrayNode permissions = json.putArray("permissions");
    Stream.of(role.getValue()).flatMap(Set::stream).forEach(permissions::add);
    return json;
  }
}
