package dev.bricklayer.constructor.deletebot;

import dev.bricklayer.chassis.SagaIds;
import dev.bricklayer.constructor.managed.ManagedAccounts;
import dev.bricklayer.contracts.SagaId;
import dev.bricklayer.contracts.deletebot.BotErased;
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
 * Closes the account that was made for the bot, then leaves nothing but its tombstone: the last
 * step.
 */
@Component
class ForgetBotOnBotErased implements CallingReaction<BotErased, AccountClosing, Done> {

  private final BotDeletions deletions;
  private final ManagedAccounts accounts;
  private final Clock clock;

  ForgetBotOnBotErased(BotDeletions deletions, ManagedAccounts accounts, Clock clock) {
    this.deletions = deletions;
    this.accounts = accounts;
    this.clock = clock;
  }

  @Override
  public Class<BotErased> reactsTo() {
    return BotErased.class;
  }

  @Override
  public Class<AccountClosing> callType() {
    return AccountClosing.class;
  }

  @Override
  public @Nullable Intent<AccountClosing> intend(Received<BotErased> message, Outgoing out) {
    SagaId saga = SagaIds.of(message);
    if (accounts.isManaged(message.body().botId())) {
      return new Intent<>(
          new AccountClosing(saga, message.body()),
          clock.instant().plus(ManagedAccounts.UNTIL_IT_IS_DONE));
    }
    forget(message.body(), saga, out);
    return null;
  }

  @Override
  public Attempt<Done> call(AccountClosing closing) {
    return accounts.close(closing.event().botId());
  }

  @Override
  public void conclude(AccountClosing closing, Done done, Outgoing out) {
    forget(closing.event(), closing.saga(), out);
  }

  private void forget(BotErased event, SagaId saga, Outgoing out) {
    deletions.decide(
        event.botId(), saga, out, known -> DeleteBotInConstructor.onBotErased(known, event));
  }
}
