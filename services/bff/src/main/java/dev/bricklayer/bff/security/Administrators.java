package dev.bricklayer.bff.security;

import dev.bricklayer.bff.accounts.Accounts;
import dev.bricklayer.bff.identity.Identities;
import dev.bricklayer.bff.identity.ServerAdministrators;
import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.mattermost.MattermostUserId;
import java.util.LinkedHashSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Who administers this installation, as far as they can be told something in Mattermost. */
@Component
public class Administrators {

  /** Of so many linked accounts it is asked whether they administer Mattermost. */
  private static final int MOST_ASKED = 200;

  private final AdministratorSettings settings;
  private final Accounts accounts;
  private final Identities identities;
  private final ServerAdministrators ofMattermost;

  Administrators(
      AdministratorSettings settings,
      Accounts accounts,
      Identities identities,
      ServerAdministrators ofMattermost) {
    this.settings = settings;
    this.accounts = accounts;
    this.identities = identities;
    this.ofMattermost = ofMattermost;
  }

  /**
   * Those that the settings name and who are linked, and those who are linked and administer
   * Mattermost. Asks Mattermost.
   */
  public Set<MattermostUserId> inMattermost() {
    Set<PersonId> all = new LinkedHashSet<>(accounts.named(settings.administrators()));
    accounts.linked(MOST_ASKED).stream().filter(ofMattermost::contains).forEach(all::add);
    Set<MattermostUserId> users = new LinkedHashSet<>();
    all.forEach(person -> identities.mattermostUserOf(person).ifPresent(users::add));
    return users;
  }
}
