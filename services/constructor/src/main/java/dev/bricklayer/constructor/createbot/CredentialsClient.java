package dev.bricklayer.constructor.createbot;

import dev.bricklayer.constructor.managed.ChannelWish;
import dev.bricklayer.constructor.managed.Looked;
import dev.bricklayer.constructor.managed.ManagedAccounts;
import dev.bricklayer.contracts.Credentials;
import dev.bricklayer.contracts.SealedToken;
import dev.bricklayer.messaging.Attempt;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Asks Mattermost about credentials. Asking changes nothing there, so it can be asked again. */
@Component
class CredentialsClient {

  /** Where a request names the channel of its first job. */
  static final String CHANNEL = "/job/channel";

  private final TokenClient tokens;
  private final ManagedAccounts accounts;

  CredentialsClient(TokenClient tokens, ManagedAccounts accounts) {
    this.tokens = tokens;
    this.accounts = accounts;
  }

  Attempt<CredentialsVerdict> verify(VerifyCredentials call) {
    return switch (call.credentials()) {
      case Credentials.OwnToken(var token) -> whose(call, token);
      case Credentials.Shared(var token) -> whose(call, token);
      case Credentials.Managed _ ->
          then(
              accounts.look(
                  new ChannelWish(
                      call.firstJob().id(),
                      call.firstJob().content().channel(),
                      call.requester(),
                      CHANNEL)),
              CredentialsClient::verdict);
    };
  }

  private Attempt<CredentialsVerdict> whose(VerifyCredentials call, SealedToken token) {
    return then(tokens.whose(call.botId(), token), CredentialsVerdict.Token::new);
  }

  private static CredentialsVerdict verdict(Looked looked) {
    return switch (looked) {
      case Looked.Possible _ -> new CredentialsVerdict.AccountPossible();
      case Looked.Refused(var refusal) -> new CredentialsVerdict.AccountRefused(refusal);
    };
  }

  private static <T> Attempt<CredentialsVerdict> then(
      Attempt<T> attempt, Function<T, CredentialsVerdict> verdict) {
    return switch (attempt) {
      case Attempt.Answered<T>(var answer) -> new Attempt.Answered<>(verdict.apply(answer));
      case Attempt.Later<T>(var after, var why) -> new Attempt.Later<>(after, why);
    };
  }
}
