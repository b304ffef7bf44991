package dev.bricklayer.mattermost;

import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An account as the caller may see it.
 *
 * @param id whose
 * @param username lower-case, unique on the server
 * @param bot whether it is a bot account
 * @param roles system roles, such as {@code system_user}, {@code system_admin}
 * @param locale the language chosen in Mattermost, such as {@code en}; empty for none
 * @param zone the time zone in force, automatic or manual; null where the account never opened a
 *     client or names a zone that this JVM does not know
 * @param deactivated whether the account is switched off
 */
public record MattermostUser(
    MattermostUserId id,
    String username,
    boolean bot,
    Set<String> roles,
    String locale,
    @Nullable ZoneId zone,
    boolean deactivated) {

  /** Whether the account administers the whole server. */
  public boolean systemAdministrator() {
    return roles.contains("system_admin");
  }
}
