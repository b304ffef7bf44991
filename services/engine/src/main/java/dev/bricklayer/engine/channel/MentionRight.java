package dev.bricklayer.engine.channel;

import dev.bricklayer.contracts.PlannedChannel;
import dev.bricklayer.contracts.SealedToken;
import dev.bricklayer.mattermost.AccessToken;
import dev.bricklayer.mattermost.Answer;
import dev.bricklayer.mattermost.Channel;
import dev.bricklayer.mattermost.ChannelId;
import dev.bricklayer.mattermost.ChannelMember;
import dev.bricklayer.mattermost.MattermostClient;
import dev.bricklayer.mattermost.MattermostUser;
import dev.bricklayer.mattermost.MattermostUserId;
import dev.bricklayer.mattermost.TeamId;
import dev.bricklayer.mattermost.TeamMember;
import dev.bricklayer.sealing.TokenOpener;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Whether a bot may notify all of a channel. Without that right Mattermost takes its post, and the
 * mention in it is a word like others. A role in the channel gives it, in the team, or on the
 * server; asked with the bot's own token, as whoever has a session may.
 */
@Component
public class MentionRight {

  private static final String RIGHT = "use_channel_mentions";

  private final MattermostClient mattermost;
  private final TokenOpener opener;

  MentionRight(MattermostClient mattermost, TokenOpener opener) {
    this.mattermost = mattermost;
    this.opener = opener;
  }

  /**
   * Asks.
   *
   * @param question of a bot that may speak in this channel
   * @return empty where Mattermost did not say
   */
  public Optional<Boolean> of(ChannelQuestion question, PlannedChannel channel) {
    SealedToken sealed =
        Objects.requireNonNull(question.credentials().token(), "nobody asks without a token");
    return new Look(
            new AccessToken(opener.open(sealed, question.botId())),
            new ChannelId(channel.id()),
            new MattermostUserId(question.account().userId()))
        .look();
  }

  private final class Look {

    private final AccessToken token;
    private final ChannelId channel;
    private final MattermostUserId account;

    Look(AccessToken token, ChannelId channel, MattermostUserId account) {
      this.token = token;
      this.channel = channel;
      this.account = account;
    }

    /** Mostly the channel says yes, and nobody else is asked. */
    Optional<Boolean> look() {
      return value(mattermost.channelMember(token, channel, account))
          .map(ChannelMember::roles)
          .flatMap(this::giveIt)
          .flatMap(inChannel -> inChannel ? Optional.of(true) : elsewhere());
    }

    private Optional<Boolean> elsewhere() {
      return inTeam()
          .flatMap(
              inTeam ->
                  value(mattermost.user(token, account))
                      .map(MattermostUser::roles)
                      .flatMap(onServer -> giveIt(both(inTeam, onServer))));
    }

    private Optional<Set<String>> inTeam() {
      Optional<Channel> found = value(mattermost.channel(token, channel));
      return found.flatMap(known -> rolesIn(known.team()));
    }

    private Optional<Set<String>> rolesIn(@Nullable TeamId team) {
      return team == null
          ? Optional.of(Set.of())
          : value(mattermost.administration().teamMember(token, team, account))
              .map(TeamMember::roles);
    }

    private Optional<Boolean> giveIt(Set<String> roles) {
      return value(mattermost.permissionsOf(token, roles)).map(all -> all.contains(RIGHT));
    }
  }

  private static Set<String> both(Set<String> some, Set<String> others) {
    Set<String> all = new HashSet<>(some);
    all.addAll(others);
    return all;
  }

  private static <T> Optional<T> value(Answer<T> answer) {
    return switch (answer) {
      case Answer.Ok<T>(var value, _) -> Optional.of(value);
      case Answer.Refused<T> _,
          Answer.Throttled<T> _,
          Answer.Unreachable<T> _,
          Answer.Ambiguous<T> _ ->
          Optional.empty();
    };
  }
}
