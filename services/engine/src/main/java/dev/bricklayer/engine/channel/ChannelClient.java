package dev.bricklayer.engine.channel;

import dev.bricklayer.contracts.ChannelRef;
import dev.bricklayer.contracts.Credentials;
import dev.bricklayer.contracts.PlannedChannel;
import dev.bricklayer.contracts.RefusalCode;
import dev.bricklayer.contracts.SealedToken;
import dev.bricklayer.engine.channel.ChannelVerdict.Cause;
import dev.bricklayer.mattermost.AccessToken;
import dev.bricklayer.mattermost.Answer;
import dev.bricklayer.mattermost.Channel;
import dev.bricklayer.mattermost.ChannelId;
import dev.bricklayer.mattermost.ErrorIds;
import dev.bricklayer.mattermost.MattermostClient;
import dev.bricklayer.mattermost.MattermostUserId;
import dev.bricklayer.messaging.Attempt;
import dev.bricklayer.messaging.Attempt.Answered;
import dev.bricklayer.messaging.Attempt.Later;
import dev.bricklayer.sealing.TokenOpener;
import dev.bricklayer.sealing.UnopenableTokenException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Asks Mattermost, with the bot's token, whether it may speak in a channel, and whether the
 * requester could. Asking changes nothing there but that a direct channel is opened, which nobody
 * sees before something is said in it; so it can be asked again.
 */
@Component
public class ChannelClient {

  private static final Logger log = LoggerFactory.getLogger(ChannelClient.class);

  /** Backoff beyond it is the intent's. */
  private static final Duration SOON = Duration.ofMillis(200);

  private final MattermostClient mattermost;
  private final TokenOpener opener;

  ChannelClient(MattermostClient mattermost, TokenOpener opener) {
    this.mattermost = mattermost;
    this.opener = opener;
  }

  /** Asks; an outage is no answer. */
  public Attempt<ChannelVerdict> mayItSpeak(ChannelQuestion question) {
    SealedToken sealed =
        Objects.requireNonNull(question.credentials().token(), "nobody asks without a token");
    AccessToken token;
    try {
      token = new AccessToken(opener.open(sealed, question.botId()));
    } catch (UnopenableTokenException e) {
      log.error(
          "the token of bot {} cannot be opened, so what was asked for is refused",
          question.botId(),
          e);
      return closed(RefusalCode.CREDENTIALS_UNAVAILABLE, Cause.CREDENTIALS, Map.of());
    } catch (IllegalArgumentException e) {
      // What could not even stand in a header is nobody's token.
      return tokenRefused(question);
    }
    return new Look(question, token).look();
  }

  /** Only an own token is the requester's to mend; the others are this installation's. */
  private static Attempt<ChannelVerdict> tokenRefused(ChannelQuestion question) {
    return switch (question.credentials()) {
      case Credentials.OwnToken _ -> closed(RefusalCode.TOKEN_INVALID, Cause.TOKEN, Map.of());
      case Credentials.Managed _, Credentials.Shared _ ->
          closed(RefusalCode.CREDENTIALS_UNAVAILABLE, Cause.KIND, Map.of());
    };
  }

  /** One look at one channel. */
  private final class Look {

    private final ChannelQuestion question;
    private final AccessToken token;
    private final MattermostUserId account;

    Look(ChannelQuestion question, AccessToken token) {
      this.question = question;
      this.token = token;
      this.account = new MattermostUserId(question.account().userId());
    }

    Attempt<ChannelVerdict> look() {
      String person = question.channel().directTo();
      return person == null ? channel() : direct(new MattermostUserId(person));
    }

    private Attempt<ChannelVerdict> direct(MattermostUserId person) {
      return sorted(
          mattermost.createDirectChannel(token, account, person),
          this::open,
          refused ->
              refused.hasErrorId(ErrorIds.DIRECT_CHANNEL_RESTRICTED)
                  ? closed(RefusalCode.DIRECT_RESTRICTED, Cause.DIRECT, Map.of())
                  : closed(RefusalCode.CHANNEL_UNKNOWN, Cause.DIRECT, Map.of()));
    }

    private Attempt<ChannelVerdict> channel() {
      return sorted(
          ask(token, question.channel()),
          channel -> channel.archived() ? inChannel(RefusalCode.CHANNEL_ARCHIVED) : member(channel),
          _ -> inChannel(RefusalCode.CHANNEL_UNKNOWN));
    }

    private Attempt<ChannelVerdict> member(Channel channel) {
      return sorted(
          mattermost.channelMember(token, channel.id(), account),
          _ -> requester(channel),
          _ -> inChannel(RefusalCode.BOT_NOT_MEMBER));
    }

    /** An own token is the proof that its holder may speak where the bot may. */
    private Attempt<ChannelVerdict> requester(Channel channel) {
      return switch (question.credentials()) {
        case Credentials.OwnToken _ -> open(channel);
        case Credentials.Managed _, Credentials.Shared _ -> membership(channel);
      };
    }

    private Attempt<ChannelVerdict> membership(Channel channel) {
      String requester = question.requester();
      if (requester == null) {
        return closed(RefusalCode.LINK_REQUIRED, Cause.KIND, Map.of());
      }
      return sorted(
          mattermost.channelMember(token, channel.id(), new MattermostUserId(requester)),
          _ -> open(channel),
          _ -> inChannel(RefusalCode.REQUESTER_NOT_MEMBER));
    }

    private Attempt<ChannelVerdict> open(Channel channel) {
      return new Answered<>(
          new ChannelVerdict.Open(
              new PlannedChannel(channel.id().value(), question.named().team(), channel.name())));
    }

    /** As the person named it, so that the sentence can. */
    private Attempt<ChannelVerdict> inChannel(RefusalCode code) {
      ChannelRef asked = question.named();
      String id = asked.id();
      String named = id != null ? id : asked.team() + "/" + asked.name();
      return closed(code, Cause.CHANNEL, Map.of("channel", named));
    }

    /**
     * Only Mattermost's own words decide. A refusal without its error id comes from something in
     * front of it and may be over before the deadline, as outages and throttling may.
     */
    private <T> Attempt<ChannelVerdict> sorted(
        Answer<T> answer,
        Function<T, Attempt<ChannelVerdict>> yes,
        Function<Answer.Refused<T>, Attempt<ChannelVerdict>> no) {
      return switch (answer) {
        case Answer.Ok<T>(var value, _) -> yes.apply(value);
        case Answer.Refused<T> refused when refused.hasErrorId(ErrorIds.SESSION_EXPIRED) ->
            tokenRefused(question);
        case Answer.Refused<T> refused when refused.errorId().isEmpty() ->
            new Later<>(SOON, "refused with " + refused.status());
        case Answer.Refused<T> refused -> no.apply(refused);
        case Answer.Throttled<T>(var wait, _) -> new Later<>(wait, "throttled");
        case Answer.Unreachable<T>(var why) -> new Later<>(SOON, why);
        case Answer.Ambiguous<T> unknown -> new Later<>(SOON, unknown.why());
      };
    }
  }

  private Answer<Channel> ask(AccessToken token, ChannelRef asked) {
    String id = asked.id();
    String team = asked.team();
    String name = asked.name();
    if (id != null) {
      return ask(token, id);
    }
    return team != null && name != null
        ? mattermost.channelByName(token, team, name)
        : noSuchChannel();
  }

  private Answer<Channel> ask(AccessToken token, String id) {
    ChannelId channel;
    try {
      channel = new ChannelId(id);
    } catch (IllegalArgumentException e) {
      // What could not be any channel's id is not asked for.
      return noSuchChannel();
    }
    return mattermost.channel(token, channel);
  }

  private static Answer<Channel> noSuchChannel() {
    return new Answer.Refused<>(404, ErrorIds.CHANNEL_BY_NAME_MISSING, "");
  }

  private static Attempt<ChannelVerdict> closed(
      RefusalCode code, Cause cause, Map<String, String> details) {
    return new Answered<>(new ChannelVerdict.Closed(code, cause, details));
  }
}
