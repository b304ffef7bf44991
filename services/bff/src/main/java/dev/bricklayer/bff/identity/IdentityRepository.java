package dev.bricklayer.bff.identity;

import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.mattermost.MattermostUserId;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class IdentityRepository {

  private static final String SERVER_ID = "select server_id from mattermost_server";

  /** Copies that learn it at once agree on the first one's. */
  private static final String KEEP_SERVER_ID =
      "insert into mattermost_server (server_id) values (:id) on conflict do nothing";

  private static final String MEET =
      """
      insert into mattermost_identity (person_id, mattermost_user_id)
      values (:person, :user)
      on conflict (person_id) do nothing
      """;

  private static final String CALLED =
      """
      update mattermost_identity set username = :username
      where person_id = :person and username is distinct from :username
      """;

  private static final String NAME_OF =
      "select username from mattermost_identity where person_id = :person and username is not null";

  /** Of an identity the user itself; of an account, the one that it was linked to last. */
  private static final String USER_OF =
      """
      select coalesce(
        (select mattermost_user_id from mattermost_identity where person_id = :person),
        (select mattermost_user_id from account_identity
         where account_id = :person or identity_id = :person
         order by linked_at desc limit 1))
      """;

  private final JdbcClient jdbc;

  IdentityRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<String> serverId() {
    return jdbc.sql(SERVER_ID).query(String.class).optional();
  }

  /** The id that is kept from now on, which is the first that anybody kept. */
  String keepServerId(String id) {
    jdbc.sql(KEEP_SERVER_ID).param("id", id).update();
    return serverId().orElseThrow();
  }

  void meet(PersonId person, MattermostUserId user) {
    jdbc.sql(MEET).param("person", person.value()).param("user", user.value()).update();
  }

  void called(PersonId person, String username) {
    jdbc.sql(CALLED).param("person", person.value()).param("username", username).update();
  }

  Optional<String> nameOf(PersonId person) {
    return jdbc.sql(NAME_OF).param("person", person.value()).query(String.class).optional();
  }

  Optional<MattermostUserId> userOf(PersonId person) {
    return jdbc.sql(USER_OF)
        .param("person", person.value())
        .query(String.class)
        .optional()
        .map(MattermostUserId::new);
  }
}
