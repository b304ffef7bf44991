package dev.bricklayer.engine.changecredentials;

import dev.bricklayer.chassis.SagaIds;
import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.SagaId;
import dev.bricklayer.contracts.changecredentials.CredentialsKept;
import dev.bricklayer.messaging.Attempt;
import dev.bricklayer.messaging.CallingReaction;
import dev.bricklayer.messaging.Intent;
import dev.bricklayer.messaging.Outgoing;
import dev.bricklayer.messaging.Received;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Looks at every channel of the bot's jobs, then takes the pivot: the bot speaks with the new
 * credentials, or as before.
 */
@Component
class TakeCredentialsOnCredentialsKept
    implements CallingReaction<CredentialsKept, CheckCredentials, CredentialsVerdict> {

  private final CredentialsPlans plans;
  private final CredentialsPlanRepository repository;
  private final CredentialsClient mattermost;

  TakeCredentialsOnCredentialsKept(
      CredentialsPlans plans, CredentialsPlanRepository repository, CredentialsClient mattermost) {
    this.plans = plans;
    this.repository = repository;
    this.mattermost = mattermost;
  }

  @Override
  public Class<CredentialsKept> reactsTo() {
    return CredentialsKept.class;
  }

  @Override
  public Class<CheckCredentials> callType() {
    return CheckCredentials.class;
  }

  @Override
  public @Nullable Intent<CheckCredentials> intend(
      Received<CredentialsKept> message, Outgoing out) {
    CredentialsKept event = message.body();
    SagaId saga = SagaIds.of(message);
    CheckCredentials call =
        plans.decide(
            event.botId(),
            saga,
            out,
            null,
            known ->
                ChangeCredentialsInEngine.onCredentialsKept(
                    known, saga, event, repository.readiness(event.botId(), event.credentials())));
    return call == null ? null : new Intent<>(call, event.deadline());
  }

  @Override
  public Attempt<CredentialsVerdict> call(CheckCredentials call) {
    return mattermost.mayItSpeak(call, repository.channels(call.botId()));
  }

  /** The channels are listed anew: a job may speak elsewhere by now. */
  @Override
  public void conclude(CheckCredentials call, CredentialsVerdict verdict, Outgoing out) {
    BotId bot = call.botId();
    plans.decide(
        bot,
        call.saga(),
        out,
        call,
        known ->
            ChangeCredentialsInEngine.onVerdict(
                known,
                verdict,
                repository.readiness(bot, call.credentials()),
                repository.channels(bot).keySet()));
  }
}
