package dev.bricklayer.constructor;

import dev.bricklayer.contracts.BotAccount;
import dev.bricklayer.mattermost.AccessToken;
import dev.bricklayer.mattermost.Answer;
import dev.bricklayer.mattermost.Bot;
import dev.bricklayer.mattermost.ChannelId;
import dev.bricklayer.mattermost.ChannelMember;
import dev.bricklayer.mattermost.ClientSettings;
import dev.bricklayer.mattermost.MattermostClient;
import dev.bricklayer.mattermost.MattermostUser;
import dev.bricklayer.mattermost.MattermostUserId;
import dev.bricklayer.mattermost.NewBot;
import dev.bricklayer.mattermost.TeamId;
import dev.bricklayer.mattermost.TeamMember;
import dev.bricklayer.simulator.StandInMattermost;
import java.util.Optional;

/** What an administrator sees in the stand-in over its API. */
public final class MattermostAsAdministrator {

  private final StandInMattermost standIn;
  private final MattermostClient client;
  private final AccessToken token;

  public MattermostAsAdministrator(StandInMattermost standIn) {
    this.standIn = standIn;
    this.client = new MattermostClient(ClientSettings.of(standIn.address()));
    this.token = new AccessToken(standIn.demo().adminToken());
  }

  /** Whether anybody is called so, closed accounts included. */
  public boolean knows(String username) {
    return client.userByName(token, username) instanceof Answer.Ok<MattermostUser>;
  }

  /** A bot's account, closed ones included. */
  public Bot bot(BotAccount account) {
    return ok(client.administration().bot(token, new MattermostUserId(account.userId())));
  }

  public boolean isInChannel(BotAccount account, String channel) {
    ChannelId id = new ChannelId(standIn.demo().channelId(channel));
    return client.channelMember(token, id, new MattermostUserId(account.userId()))
        instanceof Answer.Ok<ChannelMember>;
  }

  /** Whose token this is, if it works. */
  public Optional<MattermostUserId> ownerOf(String bots) {
    return client.me(new AccessToken(bots)) instanceof Answer.Ok<MattermostUser>(var user, _)
        ? Optional.of(user.id())
        : Optional.empty();
  }

  /** How many tokens an account has. */
  public int tokensOf(BotAccount account) {
    return ok(client.administration().tokens(token, new MattermostUserId(account.userId()), 0, 200))
        .size();
  }

  /** Somebody else's bot. */
  public void makeBot(String username) {
    ok(client.administration().createBot(token, new NewBot(username, "Other", "Somebody's")));
  }

  /** Somebody leaves. */
  public void takeOut(String username, String channel) {
    ok(
        client
            .administration()
            .leaveChannel(
                token,
                new ChannelId(standIn.demo().channelId(channel)),
                new MattermostUserId(standIn.demo().userId(username))));
  }

  /** Somebody comes. */
  public void bringIn(String username, String channel) {
    ok(
        client
            .administration()
            .joinChannel(
                token,
                new ChannelId(standIn.demo().channelId(channel)),
                new MattermostUserId(standIn.demo().userId(username))));
  }

  public boolean isInTeam(BotAccount account) {
    return client
                .administration()
                .teamMember(
                    token,
                    new TeamId(standIn.demo().teamId()),
                    new MattermostUserId(account.userId()))
            instanceof Answer.Ok<TeamMember>(var member, _)
        && !member.left();
  }

  private static <T> T ok(Answer<T> answer) {
    if (answer instanceof Answer.Ok<T>(var value, _)) {
      return value;
    }
    throw new AssertionError(answer.toString());
  }
}
