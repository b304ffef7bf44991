package dev.bricklayer.engine.createbot;

import dev.bricklayer.chassis.SagaIds;
import dev.bricklayer.contracts.createbot.AccountRefused;
import dev.bricklayer.messaging.Outgoing;
import dev.bricklayer.messaging.Reaction;
import dev.bricklayer.messaging.Received;
import org.springframework.stereotype.Component;

/** Leaves the tombstone for a job whose bot gets no account: from here the saga flows back. */
@Component
class RefuseJobOnAccountRefused implements Reaction<AccountRefused> {

  private final Plans plans;

  RefuseJobOnAccountRefused(Plans plans) {
    this.plans = plans;
  }

  @Override
  public Class<AccountRefused> reactsTo() {
    return AccountRefused.class;
  }

  @Override
  public void react(Received<AccountRefused> message, Outgoing out) {
    AccountRefused event = message.body();
    plans.decide(
        event.botId(),
        SagaIds.of(message),
        out,
        null,
        (known, _) -> CreateBotInEngine.onAccountRefused(known, event));
  }
}
