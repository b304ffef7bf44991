package dev.bricklayer.mattermost;

import static dev.bricklayer.mattermost.Exchange.segment;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The calls that make and mend what an integration lives on: bot accounts, tokens, memberships,
 * slash commands. Mostly a system administrator's; each says of itself what it proves, as all calls
 * of {@link MattermostClient} do.
 */
public final class Administration {

  private final Exchange exchange;

  Administration(Exchange exchange) {
    this.exchange = exchange;
  }

  // --- Bot accounts ------------------------------------------------------------------------------

  /**
   * Makes a bot account, whose owner is the caller. {@link Answer.Refused} with {@link
   * ErrorIds#USERNAME_TAKEN} where the name belongs to an account, a disabled one included, and
   * with {@link ErrorIds#BOT_CREATION_OFF} where the server makes none. Mattermost tells the owner
   * of it by a direct message.
   */
  public Answer<Bot> createBot(AccessToken token, NewBot bot) {
    return exchange.post("/bots", token, Writers.newBot(bot), Readers::bot);
  }

  /** A bot account, disabled ones included; {@link Answer.Refused} with 404 if it is no bot. */
  public Answer<Bot> bot(AccessToken token, MattermostUserId id) {
    return exchange.get("/bots/" + id + "?include_deleted=true", token, Readers::bot);
  }

  /** Renames and describes a bot account. */
  public Answer<Bot> changeBot(AccessToken token, MattermostUserId id, NewBot bot) {
    return exchange.put("/bots/" + id, token, Writers.newBot(bot), Readers::bot);
  }

  /** Switches a bot account off. Its tokens stop working; its name stays taken. */
  public Answer<Bot> disableBot(AccessToken token, MattermostUserId id) {
    return exchange.post("/bots/" + id + "/disable", token, Map.of(), Readers::bot);
  }

  /** Switches a bot account on again. */
  public Answer<Bot> enableBot(AccessToken token, MattermostUserId id) {
    return exchange.post("/bots/" + id + "/enable", token, Map.of(), Readers::bot);
  }

  /** Makes somebody the owner of a bot account. */
  public Answer<Bot> assignBot(AccessToken token, MattermostUserId id, MattermostUserId owner) {
    return exchange.post("/bots/" + id + "/assign/" + owner, token, Map.of(), Readers::bot);
  }

  /**
   * Gives an account exactly these system roles, such as {@code system_user}. Sessions that it has
   * follow.
   */
  public Answer<Done> setRoles(AccessToken token, MattermostUserId user, Set<String> roles) {
    Map<String, String> body = Map.of("roles", String.join(" ", new TreeSet<>(roles)));
    return exchange.put("/users/" + user + "/roles", token, body, Readers::done);
  }

  // --- Tokens ------------------------------------------------------------------------------------

  /**
   * Makes a token for an account. For a bot also where people get none.
   *
   * @param description 1 to 255 characters; what the token can be recognised by later
   */
  public Answer<NewToken> createToken(
      AccessToken token, MattermostUserId user, String description) {
    Map<String, String> body = Map.of("description", description);
    return exchange.post("/users/" + user + "/tokens", token, body, Readers::newToken);
  }

  /** One page of an account's tokens, from 0, at most 200. Switched-off ones are among them. */
  public Answer<List<KnownToken>> tokens(
      AccessToken token, MattermostUserId user, int page, int perPage) {
    String path = "/users/" + user + "/tokens?page=" + page + "&per_page=" + perPage;
    return exchange.get(path, token, Readers::tokens);
  }

  /** Ends a token for good. */
  public Answer<Done> revokeToken(AccessToken token, TokenId id) {
    Map<String, String> body = Map.of("token_id", id.value());
    return exchange.post("/users/tokens/revoke", token, body, Readers::done);
  }

  // --- Teams and memberships ---------------------------------------------------------------------

  /**
   * One page of the teams that the caller may know of: all of them for a system administrator.
   *
   * @param page from 0
   * @param perPage 1 to 200; a list of this length says that there may be more
   */
  public Answer<List<Team>> teams(AccessToken token, int page, int perPage) {
    return exchange.get("/teams?page=" + page + "&per_page=" + perPage, token, Readers::teams);
  }

  /** A team by its name in addresses. */
  public Answer<Team> teamByName(AccessToken token, String name) {
    return exchange.get("/teams/name/" + segment(name), token, Readers::team);
  }

  /** Adds an account to a team; it may be in it already. Members of the team can see it happen. */
  public Answer<TeamMember> joinTeam(AccessToken token, TeamId team, MattermostUserId user) {
    Map<String, String> body = Map.of("team_id", team.value(), "user_id", user.value());
    return exchange.post("/teams/" + team + "/members", token, body, Readers::teamMember);
  }

  /** Takes an account out of a team, and so out of all its channels. */
  public Answer<Done> leaveTeam(AccessToken token, TeamId team, MattermostUserId user) {
    return exchange.delete("/teams/" + team + "/members/" + user, token, Readers::done);
  }

  /** An account's membership of a team; {@link Answer.Refused} with 404 if it never was in it. */
  public Answer<TeamMember> teamMember(AccessToken token, TeamId team, MattermostUserId user) {
    return exchange.get("/teams/" + team + "/members/" + user, token, Readers::teamMember);
  }

  /** Adds an account that is in the team to a channel; it may be in it already. */
  public Answer<ChannelMember> joinChannel(
      AccessToken token, ChannelId channel, MattermostUserId user) {
    Map<String, String> body = Map.of("user_id", user.value());
    return exchange.post("/channels/" + channel + "/members", token, body, Readers::member);
  }

  /** Takes an account out of a channel. */
  public Answer<Done> leaveChannel(AccessToken token, ChannelId channel, MattermostUserId user) {
    return exchange.delete("/channels/" + channel + "/members/" + user, token, Readers::done);
  }

  // --- Slash commands ----------------------------------------------------------------------------

  /** A team's custom commands: the caller's own, or with the right to manage others', all. */
  public Answer<List<Command>> commands(AccessToken token, TeamId team) {
    return exchange.get("/commands?custom_only=true&team_id=" + team, token, Readers::commands);
  }

  /** Makes a command; {@link ErrorIds#DUPLICATE_TRIGGER} where the team has its trigger already. */
  public Answer<Command> createCommand(AccessToken token, NewCommand command) {
    return exchange.post("/commands", token, Writers.newCommand(command), Readers::command);
  }

  /** Changes a command; its token stays. */
  public Answer<Command> changeCommand(AccessToken token, CommandId id, NewCommand command) {
    return exchange.put(
        "/commands/" + id, token, Writers.changedCommand(id, command), Readers::command);
  }

  /** Gives a command another token; the former one is no longer sent. */
  public Answer<AccessToken> renewCommandToken(AccessToken token, CommandId id) {
    return exchange.put("/commands/" + id + "/regen_token", token, Map.of(), Readers::commandToken);
  }

  /** Removes a command. */
  public Answer<Done> deleteCommand(AccessToken token, CommandId id) {
    return exchange.delete("/commands/" + id, token, Readers::done);
  }

  /**
   * Types a command as the caller, who may post in that channel. {@link Answer.Ambiguous} with
   * {@link ErrorIds#COMMAND_FAILED} where Mattermost could not reach the integration.
   *
   * @param line with its slash
   */
  public Answer<CommandAnswer> executeCommand(AccessToken token, ChannelId channel, String line) {
    return executeCommand(token, Map.of("channel_id", channel.value(), "command", line));
  }

  /** As {@link #executeCommand(AccessToken, ChannelId, String)}, from a channel outside teams. */
  public Answer<CommandAnswer> executeCommand(
      AccessToken token, TeamId team, ChannelId direct, String line) {
    return executeCommand(
        token, Map.of("team_id", team.value(), "channel_id", direct.value(), "command", line));
  }

  private Answer<CommandAnswer> executeCommand(AccessToken token, Map<String, String> body) {
    return exchange.post("/commands/execute", token, body, Readers::commandAnswer);
  }

  // --- Configuration -----------------------------------------------------------------------------

  /** The whole configuration; for system administrators. */
  public Answer<Configuration> configuration(AccessToken token) {
    return exchange.get("/config", token, Readers::configuration);
  }
}
