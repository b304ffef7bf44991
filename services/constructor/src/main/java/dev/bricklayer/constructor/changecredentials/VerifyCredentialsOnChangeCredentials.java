package dev.bricklayer.constructor.changecredentials;

import dev.bricklayer.constructor.createbot.TokenClient;
import dev.bricklayer.constructor.createbot.TokenVerdict;
import dev.bricklayer.constructor.managed.ManagedAccounts;
import dev.bricklayer.contracts.SagaId;
import dev.bricklayer.contracts.SealedToken;
import dev.bricklayer.contracts.changecredentials.ChangeCredentials;
import dev.bricklayer.messaging.Attempt;
import dev.bricklayer.messaging.CallingReaction;
import dev.bricklayer.messaging.Intent;
import dev.bricklayer.messaging.Outgoing;
import dev.bricklayer.messaging.Received;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes the bot in hand, asks Mattermost whose the new credentials are, hands on or refuses. */
@Component
class VerifyCredentialsOnChangeCredentials
    implements CallingReaction<ChangeCredentials, VerifyNewCredentials, TokenVerdict> {

  private final CredentialsChanges changes;
  private final CredentialsChangeRepository repository;
  private final TokenClient tokens;
  private final ManagedAccounts accounts;

  VerifyCredentialsOnChangeCredentials(
      CredentialsChanges changes,
      CredentialsChangeRepository repository,
      TokenClient tokens,
      ManagedAccounts accounts) {
    this.changes = changes;
    this.repository = repository;
    this.tokens = tokens;
    this.accounts = accounts;
  }

  @Override
  public Class<ChangeCredentials> reactsTo() {
    return ChangeCredentials.class;
  }

  @Override
  public Class<VerifyNewCredentials> callType() {
    return VerifyNewCredentials.class;
  }

  @Override
  public @Nullable Intent<VerifyNewCredentials> intend(
      Received<ChangeCredentials> message, Outgoing out) {
    ChangeCredentials command = message.body();
    SagaId saga = new SagaId(message.requiredSaga().id());
    VerifyNewCredentials call =
        changes.decide(
            command.botId(),
            saga,
            out,
            known ->
                ChangeCredentialsInConstructor.onChangeCredentials(
                    known, saga, command, repository.find(command.botId())));
    return call == null ? null : new Intent<>(call, command.deadline());
  }

  /** Of an account that constructor made nobody else has a token, and it takes no other. */
  @Override
  public Attempt<TokenVerdict> call(VerifyNewCredentials call) {
    SealedToken token = call.credentials().token();
    return token == null || accounts.isManaged(call.botId())
        ? new Attempt.Answered<>(new TokenVerdict.Unopenable())
        : tokens.whose(call.botId(), token);
  }

  @Override
  public void conclude(VerifyNewCredentials call, TokenVerdict verdict, Outgoing out) {
    changes.decide(
        call.botId(),
        call.saga(),
        out,
        known -> ChangeCredentialsInConstructor.onVerdict(known, call, verdict));
  }
}
