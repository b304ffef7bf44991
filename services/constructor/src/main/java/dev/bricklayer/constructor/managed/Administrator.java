package dev.bricklayer.constructor.managed;

import dev.bricklayer.contracts.ChannelRef;
import dev.bricklayer.mattermost.AccessToken;
import dev.bricklayer.mattermost.Administration;
import dev.bricklayer.mattermost.Answer;
import dev.bricklayer.mattermost.Bot;
import dev.bricklayer.mattermost.Channel;
import dev.bricklayer.mattermost.ChannelId;
import dev.bricklayer.mattermost.Done;
import dev.bricklayer.mattermost.ErrorIds;
import dev.bricklayer.mattermost.KnownToken;
import dev.bricklayer.mattermost.MattermostClient;
import dev.bricklayer.mattermost.MattermostUser;
import dev.bricklayer.mattermost.MattermostUserId;
import dev.bricklayer.mattermost.NewBot;
import dev.bricklayer.mattermost.TeamId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Mattermost, asked and told in the administrator's name. Every method brings Mattermost's own yes
 * or no; whatever proves neither is a {@link NotNowException}.
 */
@Component
class Administrator {

  /** More than any attempt leaves behind. */
  private static final int TOKENS = 200;

  private final MattermostClient mattermost;
  private final Administration administration;
  private final Optional<AccessToken> token;

  Administrator(MattermostClient mattermost, AdministratorSettings settings) {
    this.mattermost = mattermost;
    this.administration = mattermost.administration();
    this.token = settings.token();
  }

  /** What Mattermost says to a request to make something. */
  sealed interface Creation {

    record Made(Bot bot) implements Creation {}

    record NameTaken() implements Creation {}

    /** Switched off, or not among this administrator's rights. */
    record Forbidden(String why) implements Creation {}
  }

  /** Whether the server lets anybody make bot accounts. */
  boolean mayMakeBots() {
    return yes(mattermost.clientConfig()).isOn("EnableBotAccountCreation");
  }

  /** A channel of a team, or by its id; empty when there is none. */
  Optional<Channel> channel(ChannelRef asked) {
    String id = asked.id();
    String team = asked.team();
    String name = asked.name();
    if (id != null) {
      return channelId(id).flatMap(channel -> unlessRefused(mattermost.channel(token(), channel)));
    }
    return team != null && name != null
        ? unlessRefused(mattermost.channelByName(token(), team, name))
        : Optional.empty();
  }

  /** What could not be any channel's id is not asked for. */
  private static Optional<ChannelId> channelId(String text) {
    try {
      return Optional.of(new ChannelId(text));
    } catch (IllegalArgumentException noId) {
      return Optional.empty();
    }
  }

  boolean isMember(ChannelId channel, MattermostUserId user) {
    return unlessRefused(mattermost.channelMember(token(), channel, user)).isPresent();
  }

  Creation create(NewBot wanted) {
    return switch (administration.createBot(token(), wanted)) {
      case Answer.Refused<Bot> refused
          when refused.hasErrorId(ErrorIds.USERNAME_TAKEN)
              || refused.hasErrorId(ErrorIds.BOT_ADDRESS_TAKEN) ->
          new Creation.NameTaken();
      case Answer.Refused<Bot> refused
          when refused.hasErrorId(ErrorIds.BOT_CREATION_OFF)
              || refused.hasErrorId(ErrorIds.NO_PERMISSION) ->
          new Creation.Forbidden(refused.errorId());
      case Answer<Bot> other -> new Creation.Made(yes(other));
    };
  }

  /** The bot account of this user name; empty when nobody, or a person, is called so. */
  Optional<Bot> botNamed(String username) {
    return unlessRefused(mattermost.userByName(token(), username))
        .filter(MattermostUser::bot)
        .flatMap(user -> bot(user.id()));
  }

  /** A bot account, closed ones included; empty when it is gone for good. */
  Optional<Bot> bot(MattermostUserId id) {
    return unlessRefused(administration.bot(token(), id));
  }

  AccessToken newToken(MattermostUserId bot, String description) {
    return yes(administration.createToken(token(), bot, description)).token();
  }

  /** Ends every token of an account. */
  void revokeTokens(MattermostUserId bot) {
    Optional<List<KnownToken>> tokens =
        unlessRefused(administration.tokens(token(), bot, 0, TOKENS));
    for (KnownToken known : tokens.orElse(List.of())) {
      // Somebody else may have ended it since.
      unlessRefused(administration.revokeToken(token(), known.id()));
    }
  }

  /** False when Mattermost does not let it in: full, tied to a directory's group, … */
  boolean join(TeamId team, ChannelId channel, MattermostUserId bot) {
    return unlessRefused(administration.joinTeam(token(), team, bot)).isPresent()
        && unlessRefused(administration.joinChannel(token(), channel, bot)).isPresent();
  }

  /** False when it was not in there, or cannot be taken out but with its team. */
  boolean leave(ChannelId channel, MattermostUserId bot) {
    return unlessRefused(administration.leaveChannel(token(), channel, bot)).isPresent();
  }

  /** False when it was not in there. */
  boolean leave(TeamId team, MattermostUserId bot) {
    return unlessRefused(administration.leaveTeam(token(), team, bot)).isPresent();
  }

  /** False when Mattermost does not take the change. */
  boolean change(MattermostUserId bot, NewBot wanted) {
    return unlessRefused(administration.changeBot(token(), bot, wanted)).isPresent();
  }

  void disable(MattermostUserId bot) {
    yes(administration.disableBot(token(), bot));
  }

  private AccessToken token() {
    return token.orElseThrow(() -> new NoAdministratorException("no administrator's token is set"));
  }

  private static <T> T yes(Answer<T> answer) {
    return unlessRefused(answer)
        .orElseThrow(() -> new NotNowException("refused: " + answer.map(_ -> Done.DONE)));
  }

  /**
   * Only Mattermost's own words are a no. A refusal without its error id comes from something in
   * front of it and may be over soon, as outages and throttling may.
   */
  private static <T> Optional<T> unlessRefused(Answer<T> answer) {
    return switch (answer) {
      case Answer.Ok<T>(var value, _) -> Optional.of(value);
      case Answer.Refused<T> refused when refused.hasErrorId(ErrorIds.SESSION_EXPIRED) ->
          throw new NoAdministratorException("Mattermost does not take the administrator's token");
      case Answer.Refused<T> refused when refused.errorId().isEmpty() ->
          throw new NotNowException("refused with " + refused.status());
      case Answer.Refused<T> _ -> Optional.empty();
      case Answer.Throttled<T>(var wait, _) -> throw new NotNowException(wait, "throttled");
      case Answer.Unreachable<T>(var why) -> throw new NotNowException(why);
      case Answer.Ambiguous<T> unknown -> throw new NotNowException(unknown.why());
    };
  }
}
