package dev.bricklayer.engine.changecredentials;

import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.RefusalCode;
import dev.bricklayer.contracts.SealedToken;
import dev.bricklayer.mattermost.AccessToken;
import dev.bricklayer.mattermost.Answer;
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
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Asks Mattermost, with the new token, about each channel of a bot's jobs. Asking changes nothing
 * there, so it can be asked again.
 */
@Component
class CredentialsClient {

  private static final Logger log = LoggerFactory.getLogger(CredentialsClient.class);
  private static final String TOKEN = "/credentials/token";

  /** Backoff beyond it is the intent's. */
  private static final Duration SOON = Duration.ofMillis(200);

  private final MattermostClient mattermost;
  private final TokenOpener opener;

  CredentialsClient(MattermostClient mattermost, TokenOpener opener) {
    this.mattermost = mattermost;
    this.opener = opener;
  }

  /**
   * Whether the account may speak in all of them.
   *
   * @param channels their names by their ids
   */
  Attempt<CredentialsVerdict> mayItSpeak(CheckCredentials call, Map<String, String> channels) {
    AccessToken token;
    try {
      token = new AccessToken(opener.open(sealed(call), call.botId()));
    } catch (UnopenableTokenException e) {
      log.error("the new token of bot {} cannot be opened, so it is refused", call.botId(), e);
      return bad(Refusal.of(RefusalCode.CREDENTIALS_UNAVAILABLE, "/credentials"));
    }
    return channels.entrySet().stream()
        .map(channel -> obstacle(token, call, channel.getKey(), channel.getValue()))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseGet(() -> new Answered<>(new CredentialsVerdict.Good(channels.keySet())));
  }

  private static SealedToken sealed(CheckCredentials call) {
    return Objects.requireNonNull(
        call.credentials().token(), "nothing new is checked without a token");
  }

  /** Only Mattermost's own words decide; anything else may be over before the deadline. */
  private Optional<Attempt<CredentialsVerdict>> obstacle(
      AccessToken token, CheckCredentials call, String channel, String name) {
    Answer<ChannelMember> answer =
        mattermost.channelMember(
            token, new ChannelId(channel), new MattermostUserId(call.account().userId()));
    return switch (answer) {
      case Answer.Ok<ChannelMember> _ -> Optional.empty();
      case Answer.Refused<ChannelMember> refused
          when refused.hasErrorId(ErrorIds.SESSION_EXPIRED) ->
          Optional.of(bad(Refusal.of(RefusalCode.TOKEN_INVALID, TOKEN)));
      case Answer.Refused<ChannelMember> refused when refused.errorId().isEmpty() ->
          Optional.of(new Later<>(SOON, "refused with " + refused.status()));
      case Answer.Refused<ChannelMember> _ ->
          Optional.of(bad(new Refusal(RefusalCode.BOT_NOT_MEMBER, TOKEN, Map.of("channel", name))));
      case Answer.Throttled<ChannelMember>(var wait, _) ->
          Optional.of(new Later<>(wait, "throttled"));
      case Answer.Unreachable<ChannelMember>(var why) -> Optional.of(new Later<>(SOON, why));
      case Answer.Ambiguous<ChannelMember> unknown -> Optional.of(new Later<>(SOON, unknown.why()));
    };
  }

  private static Attempt<CredentialsVerdict> bad(Refusal refusal) {
    return new Answered<>(new CredentialsVerdict.Bad(refusal));
  }
}
