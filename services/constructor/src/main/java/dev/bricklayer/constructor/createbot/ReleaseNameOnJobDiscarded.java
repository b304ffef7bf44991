package dev.bricklayer.constructor.createbot;

import dev.bricklayer.chassis.SagaIds;
import dev.bricklayer.constructor.managed.ManagedAccounts;
import dev.bricklayer.contracts.SagaId;
import dev.bricklayer.contracts.createbot.JobDiscarded;
import dev.bricklayer.mattermost.Done;
import dev.bricklayer.messaging.Attempt;
import dev.bricklayer.messaging.CallingReaction;
import dev.bricklayer.messaging.Intent;
import dev.bricklayer.messaging.Outgoing;
import dev.bricklayer.messaging.Received;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Closes the account if one may have been made, then frees the name, which can be taken again at
 * once: the last step back of the saga.
 */
@Component
class ReleaseNameOnJobDiscarded implements CallingReaction<JobDiscarded, AccountGivingUp, Done> {

  private final Reservations reservations;
  private final ManagedAccounts accounts;
  private final Clock clock;

  ReleaseNameOnJobDiscarded(Reservations reservations, ManagedAccounts accounts, Clock clock) {
    this.reservations = reservations;
    this.accounts = accounts;
    this.clock = clock;
  }

  @Override
  public Class<JobDiscarded> reactsTo() {
    return JobDiscarded.class;
  }

  @Override
  public Class<AccountGivingUp> callType() {
    return AccountGivingUp.class;
  }

  @Override
  public @Nullable Intent<AccountGivingUp> intend(Received<JobDiscarded> message, Outgoing out) {
    JobDiscarded event = message.body();
    SagaId saga = SagaIds.of(message);
    GiveUpAccount call =
        reservations.decide(
            event.botId(), saga, out, known -> CreateBotInConstructor.onJobDiscarded(known, event));
    return call == null
        ? null
        : new Intent<>(
            new AccountGivingUp(saga, call),
            clock.instant().plus(ManagedAccounts.UNTIL_IT_IS_DONE));
  }

  @Override
  public Attempt<Done> call(AccountGivingUp givingUp) {
    return accounts.close(givingUp.call().botId());
  }

  @Override
  public void conclude(AccountGivingUp givingUp, Done done, Outgoing out) {
    GiveUpAccount call = givingUp.call();
    reservations.decide(
        call.botId(),
        givingUp.saga(),
        out,
        known -> CreateBotInConstructor.onAccountGivenUp(known, call));
  }
}
