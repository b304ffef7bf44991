package dev.bricklayer.bff.installation;

import dev.bricklayer.bff.installation.StoredInstallation.OwnBot;
import dev.bricklayer.mattermost.CommandId;
import dev.bricklayer.mattermost.MattermostUserId;
import dev.bricklayer.mattermost.TeamId;
import dev.bricklayer.mattermost.TokenId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

  private static final String KEEP_BOT =
      """
      update installation
      set bot_user_id = :user, bot_token_id = :tokenId, bot_token = :token
      """;

  private static final String FORGET_BOT =
      """
      update installation
      set bot_user_id = null, bot_token_id = null, bot_token = null
      """;

  /** A team's former command is gone from Mattermost when another is kept for it. */
  private static final String FORGET_COMMAND_OF_TEAM =
      """
      delete from slash_command where team_id = :team and command_id <> :id
      """;

  private static final String KEEP_COMMAND =
      """
      insert into slash_command (command_id, team_id, token_sha256) values (:id, :team, :token)
      on conflict (command_id) do update
      set team_id = excluded.team_id, token_sha256 = excluded.token_sha256
      """;

  private static final String FORGET_COMMAND =
      """
      delete from slash_command where command_id = :id
      """;

  private static final String COMMANDS =
      """
      select command_id, team_id from slash_command
      """;

  private static final String IS_OFF =
      """
      select provisioning_off from installation
      """;

  private static final String SWITCH =
      """
      update installation set provisioning_off = :off
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

  void keepBot(OwnBot bot) {
    jdbc.sql(KEEP_BOT)
        .param("user", bot.user().value())
        .param("tokenId", bot.tokenId().value())
        .param("token", bot.sealedToken())
        .update();
  }

  void forgetBot() {
    jdbc.sql(FORGET_BOT).update();
  }

  void keepCommand(CommandId id, TeamId team, Fingerprint token) {
    jdbc.sql(FORGET_COMMAND_OF_TEAM).param("team", team.value()).param("id", id.value()).update();
    jdbc.sql(KEEP_COMMAND)
        .param("id", id.value())
        .param("team", team.value())
        .param("token", token.sha256())
        .update();
  }

  void forgetCommand(CommandId id) {
    jdbc.sql(FORGET_COMMAND).param("id", id.value()).update();
  }

  Map<CommandId, TeamId> commands() {
    Map<CommandId, TeamId> commands = new LinkedHashMap<>();
    jdbc.sql(COMMANDS)
        .query(
            row -> {
              commands.put(
                  new CommandId(row.getString("command_id")), new TeamId(row.getString("team_id")));
            });
    return commands;
  }

  boolean isProvisioningOff() {
    return jdbc.sql(IS_OFF).query(Boolean.class).single();
  }

  void switchProvisioning(boolean off) {
    jdbc.sql(SWITCH).param("off", off).update();
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
