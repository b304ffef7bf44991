package dev.bricklayer.constructor.createbot;

import dev.bricklayer.chassis.SagaIds;
import dev.bricklayer.constructor.managed.AccountWish;
import dev.bricklayer.constructor.managed.ChannelWish;
import dev.bricklayer.constructor.managed.Making;
import dev.bricklayer.constructor.managed.ManagedAccounts;
import dev.bricklayer.contracts.SagaId;
import dev.bricklayer.contracts.createbot.JobChecked;
import dev.bricklayer.contracts.saga.Decision;
import dev.bricklayer.messaging.Attempt;
import dev.bricklayer.messaging.CallingReaction;
import dev.bricklayer.messaging.Intent;
import dev.bricklayer.messaging.Outgoing;
import dev.bricklayer.messaging.Received;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the bot's account and its token, and puts it into its channel. */
@Component
class MakeAccountOnJobChecked implements CallingReaction<JobChecked, AccountGetting, Making> {

  private final Reservations reservations;
  private final ManagedAccounts accounts;

  MakeAccountOnJobChecked(Reservations reservations, ManagedAccounts accounts) {
    this.reservations = reservations;
    this.accounts = accounts;
  }

  @Override
  public Class<JobChecked> reactsTo() {
    return JobChecked.class;
  }

  @Override
  public Class<AccountGetting> callType() {
    return AccountGetting.class;
  }

  @Override
  public @Nullable Intent<AccountGetting> intend(Received<JobChecked> message, Outgoing out) {
    JobChecked event = message.body();
    SagaId saga = SagaIds.of(message);
    GetAccount call =
        reservations.decide(
            event.botId(), saga, out, known -> CreateBotInConstructor.onJobChecked(known, event));
    return call == null ? null : new Intent<>(new AccountGetting(saga, call), event.deadline());
  }

  @Override
  public Attempt<Making> call(AccountGetting getting) {
    GetAccount call = getting.call();
    return accounts.make(
        new AccountWish(
            call.botId(),
            getting.saga(),
            call.name(),
            new ChannelWish(
                call.jobId(), call.channel(), call.requester(), CredentialsClient.CHANNEL)));
  }

  @Override
  public void conclude(AccountGetting getting, Making making, Outgoing out) {
    GetAccount call = getting.call();
    reservations.decide(
        call.botId(),
        getting.saga(),
        out,
        known ->
            switch (making) {
              case Making.Made(var account, var token) ->
                  CreateBotInConstructor.onAccountMade(known, call, account, token);
              case Making.Refused(var refusal) ->
                  CreateBotInConstructor.onAccountRefused(known, refusal);
              // Whoever gave it up takes care of the rest.
              case Making.Unwanted _ -> Decision.stay(known);
            });
  }
}
