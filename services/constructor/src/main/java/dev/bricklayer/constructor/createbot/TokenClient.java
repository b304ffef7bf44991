package dev.bricklayer.constructor.createbot;

import dev.bricklayer.contracts.BotAccount;
import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.SealedToken;
import dev.bricklayer.mattermost.AccessToken;
import dev.bricklayer.mattermost.Answer;
import dev.bricklayer.mattermost.ErrorIds;
import dev.bricklayer.mattermost.MattermostClient;
import dev.bricklayer.mattermost.MattermostUser;
import dev.bricklayer.messaging.Attempt;
import dev.bricklayer.messaging.Attempt.Answered;
import dev.bricklayer.messaging.Attempt.Later;
import dev.bricklayer.sealing.TokenOpener;
import dev.bricklayer.sealing.UnopenableTokenException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks Mattermost whose a token is. Asking changes nothing there, so it can be asked again. */
@Component
public class TokenClient {

  private static final Logger log = LoggerFactory.getLogger(TokenClient.class);

  /** Backoff beyond it is the intent's. */
  private static final Duration SOON = Duration.ofMillis(200);

  private final MattermostClient mattermost;
  private final TokenOpener opener;

  TokenClient(MattermostClient mattermost, TokenOpener opener) {
    this.mattermost = mattermost;
    this.opener = opener;
  }

  /** Whose the token is, which was sealed for this bot. */
  public Attempt<TokenVerdict> whose(BotId bot, SealedToken sealed) {
    AccessToken token;
    try {
      token = new AccessToken(opener.open(sealed, bot));
    } catch (UnopenableTokenException e) {
      log.error("the token of bot {} cannot be opened, so it is refused", bot, e);
      return new Answered<>(new TokenVerdict.Unopenable());
    } catch (IllegalArgumentException e) {
      // What could not even stand in a header is nobody's token.
      return new Answered<>(new TokenVerdict.Invalid());
    }
    return verdict(mattermost.me(token));
  }

  /**
   * Only Mattermost's own 401 proves a token wrong. Any other refusal comes from something in front
   * of it or from a server that is not itself, and may be over before the deadline.
   */
  private static Attempt<TokenVerdict> verdict(Answer<MattermostUser> answer) {
    return switch (answer) {
      case Answer.Ok<MattermostUser>(var user, _) -> new Answered<>(of(user));
      case Answer.Refused<MattermostUser> refused ->
          refused.hasErrorId(ErrorIds.SESSION_EXPIRED)
              ? new Answered<>(new TokenVerdict.Invalid())
              : new Later<>(SOON, "refused with " + refused.status() + " " + refused.errorId());
      case Answer.Throttled<MattermostUser>(var wait, _) -> new Later<>(wait, "throttled");
      case Answer.Unreachable<MattermostUser>(var why) -> new Later<>(SOON, why);
      case Answer.Ambiguous<MattermostUser> unknown -> new Later<>(SOON, unknown.why());
    };
  }

  private static TokenVerdict of(MattermostUser user) {
    if (user.deactivated()) {
      return new TokenVerdict.Invalid();
    }
    return user.bot()
        ? new TokenVerdict.OfBot(new BotAccount(user.id().value(), user.username()))
        : new TokenVerdict.OfPerson();
  }
}
