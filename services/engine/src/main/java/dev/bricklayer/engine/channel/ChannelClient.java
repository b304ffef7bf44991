package dev.bricklayer.engine.channel;

import dev.bricklayer.contracts.ChannelRef;
import dev.bricklayer.contracts.Credentials;
import dev.bricklayer.contracts.PlannedChannel;
import dev.bricklayer.contracts.RefusalCode;
import dev.bricklayer.engine.channel.ChannelVerdict.Cause;
import dev.bricklayer.mattermost.AccessToken;
import dev.bricklayer.mattermost.Answer;
import dev.bricklayer.mattermost.Channel;
import dev.bricklayer.mattermost.ChannelId;
import dev.bricklayer.mattermost.ChannelMember;
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
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Asks Mattermost, with the bot's own token, whether it may speak in a channel. Asking changes
 * nothing there, so it can be asked again.
 */
@Component
public class ChannelClient {

  private static final Logger LOG = LoggerFactory.getLogger(ChannelClient.class);

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
    return switch (question.credentials()) {
      case Credentials.OwnToken own -> mayItSpeak(question, own);
    };
  }

  private Attempt<ChannelVerdict> mayItSpeak(ChannelQuestion question, Credentials.OwnToken own) {
    AccessToken token;
    try {
      token = new AccessToken(opener.open(own.token(), question.botId()));
    } catch (UnopenableTokenException e) {
      LOG.error(
          "the token of bot {} cannot be opened, so what was asked for is refused; bff and engine must be"
              + " given halves of the same sealing key",
          question.botId(),
          e);
      return closed(RefusalCode.CREDENTIALS_UNAVAILABLE, Cause.CREDENTIALS, Map.of());
    } catch (IllegalArgumentException e) {
      // What could not even stand in a header is nobody's token.
      return closed(RefusalCode.TOKEN_INVALID, Cause.TOKEN, Map.of());
    }
    return find(token, question, channel -> member(token, question, channel));
  }

  private Attempt<ChannelVerdict> find(
      AccessToken token,
      ChannelQuestion question,
      Function<Channel, Attempt<ChannelVerdict>> then) {
    if (question.channel().directTo() != null) {
      // A direct channel needs to know who "me" is in Mattermost.
      return closed(RefusalCode.LINK_REQUIRED, Cause.CHANNEL, Map.of());
    }
    return sorted(
        ask(token, question.channel()),
        channel ->
            channel.archived()
                ? closed(RefusalCode.CHANNEL_ARCHIVED, Cause.CHANNEL, named(question))
                : then.apply(channel),
        () -> closed(RefusalCode.CHANNEL_UNKNOWN, Cause.CHANNEL, named(question)));
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

  private Attempt<ChannelVerdict> member(
      AccessToken token, ChannelQuestion question, Channel channel) {
    Answer<ChannelMember> answer =
        mattermost.channelMember(
            token, channel.id(), new MattermostUserId(question.account().userId()));
    return sorted(
        answer,
        _ -> new Answered<>(new ChannelVerdict.Open(planned(question.named(), channel))),
        () -> closed(RefusalCode.BOT_NOT_MEMBER, Cause.CHANNEL, named(question)));
  }

  /**
   * Only Mattermost's own words decide. A refusal without its error id comes from something in
   * front of it and may be over before the deadline, as outages and throttling may.
   */
  private static <T> Attempt<ChannelVerdict> sorted(
      Answer<T> answer,
      Function<T, Attempt<ChannelVerdict>> yes,
      Supplier<Attempt<ChannelVerdict>> no) {
    return switch (answer) {
      case Answer.Ok<T>(var value, _) -> yes.apply(value);
      case Answer.Refused<T> refused when refused.hasErrorId(ErrorIds.SESSION_EXPIRED) ->
          closed(RefusalCode.TOKEN_INVALID, Cause.TOKEN, Map.of());
      case Answer.Refused<T> refused when refused.errorId().isEmpty() ->
          new Later<>(SOON, "refused with " + refused.status());
      case Answer.Refused<T> _ -> no.get();
      case Answer.Throttled<T>(var wait, _) -> new Later<>(wait, "throttled");
      case Answer.Unreachable<T>(var why) -> new Later<>(SOON, why);
      case Answer.Ambiguous<T> unknown -> new Later<>(SOON, unknown.why());
    };
  }

  private static Attempt<ChannelVerdict> closed(
      RefusalCode code, Cause cause, Map<String, String> details) {
    return new Answered<>(new ChannelVerdict.Closed(code, cause, details));
  }

  /** As the person named it, so that the sentence can. */
  private static Map<String, String> named(ChannelQuestion question) {
    ChannelRef asked = question.named();
    String id = asked.id();
    return Map.of("channel", id != null ? id : asked.team() + "/" + asked.name());
  }

  private static PlannedChannel planned(ChannelRef asked, Channel channel) {
    return new PlannedChannel(channel.id().value(), asked.team(), channel.name());
  }
}
