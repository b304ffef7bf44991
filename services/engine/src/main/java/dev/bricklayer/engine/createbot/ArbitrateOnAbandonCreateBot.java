package dev.bricklayer.engine.createbot;

import dev.bricklayer.chassis.SagaIds;
import dev.bricklayer.contracts.createbot.AbandonCreateBot;
import dev.bricklayer.messaging.Outgoing;
import dev.bricklayer.messaging.Reaction;
import dev.bricklayer.messaging.Received;
import org.springframework.stereotype.Component;

/** Answers with what came first: the plan, or the end. */
@Component
class ArbitrateOnAbandonCreateBot implements Reaction<AbandonCreateBot> {

  private final Plans plans;

  ArbitrateOnAbandonCreateBot(Plans plans) {
    this.plans = plans;
  }

  @Override
  public Class<AbandonCreateBot> reactsTo() {
    return AbandonCreateBot.class;
  }

  @Override
  public void react(Received<AbandonCreateBot> message, Outgoing out) {
    AbandonCreateBot command = message.body();
    plans.decide(
        command.botId(),
        SagaIds.of(message),
        out,
        null,
        (known, _) -> CreateBotInEngine.onAbandon(known, command));
  }
}
