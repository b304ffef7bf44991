package dev.bricklayer.bff.installation;

import dev.bricklayer.bff.installation.StoredInstallation.OwnBot;
import dev.bricklayer.mattermost.MattermostUserId;
import dev.bricklayer.mattermost.TokenId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class InstallationRepository {

  /** The first copy's id stays; the others find it. */
  private static final String BEGIN =
      """
      insert into installation (installation_id) values (:id)
      on conflict do nothing
      """;

  private static final String READ =
      """
      select installation_id, server_id, server_version, server_site_url, server_locale,
        bot_user_id, bot_token_id, bot_token
      from installation
      """;

  private static final String COMMAND_TOKENS =
      """
      select token_sha256 from slash_command
      """;

  private static final String KEEP_SERVER =
      """
      update installation
      set server_id = :id, server_version = :version, server_site_url = :siteUrl,
        server_locale = :locale
      """;

  private final JdbcClient jdbc;

  InstallationRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void begin(UUID id) {
    jdbc.sql(BEGIN).param("id", id).update();
  }

  StoredInstallation read() {
    List<Fingerprint> tokens =
        jdbc.sql(COMMAND_TOKENS)
            .query((row, _) -> new Fingerprint(row.getBytes("token_sha256")))
            .list();
    return jdbc.sql(READ).query((row, _) -> stored(row, tokens)).single();
  }

  void keep(ServerFacts server) {
    jdbc.sql(KEEP_SERVER)
        .param("id", server.diagnosticId())
        .param("version", server.version())
        .param("siteUrl", server.siteUrl())
        .param("locale", server.locale().toLanguageTag())
        .update();
  }

  private static StoredInstallation stored(ResultSet row, List<Fingerprint> tokens)
      throws SQLException {
    return new StoredInstallation(
        row.getObject("installation_id", UUID.class), bot(row), server(row), tokens);
  }

  private static Optional<OwnBot> bot(ResultSet row) throws SQLException {
    String user = row.getString("bot_user_id");
    return user == null
        ? Optional.empty()
        : Optional.of(
            new OwnBot(
                new MattermostUserId(user),
                new TokenId(row.getString("bot_token_id")),
                row.getBytes("bot_token")));
  }

  private static Optional<ServerFacts> server(ResultSet row) throws SQLException {
    String id = row.getString("server_id");
    return id == null
        ? Optional.empty()
        : Optional.of(
            new ServerFacts(
                row.getString("server_version"),
                id,
                row.getString("server_site_url"),
                Locale.forLanguageTag(row.getString("server_locale"))));
  }
}
