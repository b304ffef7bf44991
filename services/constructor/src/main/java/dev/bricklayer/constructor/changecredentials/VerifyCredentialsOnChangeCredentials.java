package dev.bricklayer.constructor.changecredentials;

import dev.bricklayer.chassis.SagaIds;
import dev.bricklayer.constructor.createbot.TokenClient;
import dev.bricklayer.constructor.createbot.TokenVerdict;
import dev.bricklayer.contracts.SagaId;
import dev.bricklayer.contracts.SealedToken;
import dev.bricklayer.contracts.changecredentials.ChangeCredentials;
import dev.bricklayer.messaging.Attempt;
import dev.bricklayer.messaging.CallingReaction;
import dev.bricklayer.messaging.Intent;
import dev.bricklayer.messaging.Outgoing;
import dev.bricklayer.messaging.Received;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes the bot in hand, asks Mattermost whose the new credentials are, hands on or refuses. */
@Component
class VerifyCredentialsOnChangeCredentials
    implements CallingReaction<ChangeCredentials, VerifyNewCredentials, TokenVerdict> {

  private final CredentialsChanges changes;
  private final CredentialsChangeRepository repository;
  private final TokenClient tokens;

  VerifyCredentialsOnChangeCredentials(
      CredentialsChanges changes, CredentialsChangeRepository repository, TokenClient tokens) {
    this.changes = changes;
    this.repository = repository;
    this.tokens = tokens;
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
    SagaId saga = SagaIds.of(message);
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

  @Override
  public Attempt<TokenVerdict> call(VerifyNewCredentials call) {
    SealedToken token =
        Objects.requireNonNull(call.credentials().token(), "nobody asks about none");
    return tokens.whose(call.botId(), token);
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
