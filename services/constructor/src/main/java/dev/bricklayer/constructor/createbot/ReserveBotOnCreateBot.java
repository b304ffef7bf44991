package dev.bricklayer.constructor.createbot;

import dev.bricklayer.chassis.SagaIds;
import dev.bricklayer.contracts.Credentials;
import dev.bricklayer.contracts.SagaId;
import dev.bricklayer.contracts.createbot.CreateBot;
import dev.bricklayer.messaging.Attempt;
import dev.bricklayer.messaging.CallingReaction;
import dev.bricklayer.messaging.Intent;
import dev.bricklayer.messaging.Outgoing;
import dev.bricklayer.messaging.Received;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Holds the name, asks Mattermost about the credentials, and hands on to storage or refuses. */
@Component
class ReserveBotOnCreateBot
    implements CallingReaction<CreateBot, CredentialsVerification, CredentialsVerdict> {

  private final Reservations reservations;
  private final ReservationRepository repository;
  private final CredentialsClient credentials;

  ReserveBotOnCreateBot(
      Reservations reservations, ReservationRepository repository, CredentialsClient credentials) {
    this.reservations = reservations;
    this.repository = repository;
    this.credentials = credentials;
  }

  @Override
  public Class<CreateBot> reactsTo() {
    return CreateBot.class;
  }

  @Override
  public Class<CredentialsVerification> callType() {
    return CredentialsVerification.class;
  }

  /** Mostly nothing stands against a bot; whose a token is can be asked meanwhile. */
  @Override
  public @Nullable CredentialsVerification foresee(Received<CreateBot> message) {
    return switch (message.body().credentials()) {
      case Credentials.OwnToken _, Credentials.Shared _ ->
          new CredentialsVerification(
              SagaIds.of(message), CreateBotInConstructor.question(message.body()));
      case Credentials.Managed _ -> null;
    };
  }

  @Override
  public @Nullable Intent<CredentialsVerification> intend(
      Received<CreateBot> message, Outgoing out) {
    CreateBot command = message.body();
    SagaId saga = SagaIds.of(message);
    VerifyCredentials call =
        reservations.decide(
            command.botId(),
            saga,
            out,
            known ->
                CreateBotInConstructor.onCreateBot(
                    known, command, repository.lockAndLookFor(command.owner(), command.name())));
    if (call == null) {
      return null;
    }
    noteKind(command);
    return new Intent<>(new CredentialsVerification(saga, call), command.deadline());
  }

  private void noteKind(CreateBot command) {
    switch (command.credentials()) {
      case Credentials.Shared _ -> repository.noteShared(command.botId());
      case Credentials.OwnToken _, Credentials.Managed _ -> {}
    }
  }

  @Override
  public Attempt<CredentialsVerdict> call(CredentialsVerification verification) {
    return credentials.verify(verification.call());
  }

  @Override
  public void conclude(
      CredentialsVerification verification, CredentialsVerdict verdict, Outgoing out) {
    VerifyCredentials call = verification.call();
    reservations.decide(
        call.botId(),
        verification.saga(),
        out,
        known -> CreateBotInConstructor.onVerdict(known, call, verdict));
  }
}
