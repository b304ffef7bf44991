package dev.bricklayer.constructor.createbot;

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

/** Holds the name, asks Mattermost whose token it is, and hands on to storage or refuses. */
@Component
class ReserveBotOnCreateBot implements CallingReaction<CreateBot, TokenVerification, TokenVerdict> {

  private final Reservations reservations;
  private final ReservationRepository repository;
  private final TokenClient tokens;

  ReserveBotOnCreateBot(
      Reservations reservations, ReservationRepository repository, TokenClient tokens) {
    this.reservations = reservations;
    this.repository = repository;
    this.tokens = tokens;
  }

  @Override
  public Class<CreateBot> reactsTo() {
    return CreateBot.class;
  }

  @Override
  public Class<TokenVerification> callType() {
    return TokenVerification.class;
  }

  @Override
  public @Nullable Intent<TokenVerification> intend(Received<CreateBot> message, Outgoing out) {
    CreateBot command = message.body();
    SagaId saga = new SagaId(message.requiredSaga().id());
    VerifyToken call =
        reservations.decide(
            command.botId(),
            saga,
            out,
            known ->
                CreateBotInConstructor.onCreateBot(
                    known, command, repository.lockAndLookFor(command.owner(), command.name())));
    return call == null
        ? null
        : new Intent<>(new TokenVerification(saga, call), command.deadline());
  }

  @Override
  public Attempt<TokenVerdict> call(TokenVerification verification) {
    VerifyToken call = verification.call();
    return switch (call.credentials()) {
      case Credentials.OwnToken(var token) -> tokens.whose(call.botId(), token);
    };
  }

  @Override
  public void conclude(TokenVerification verification, TokenVerdict verdict, Outgoing out) {
    VerifyToken call = verification.call();
    reservations.decide(
        call.botId(),
        verification.saga(),
        out,
        known -> CreateBotInConstructor.onVerdict(known, call, verdict));
  }
}
