package dev.bricklayer.engine.deletebot;

import dev.bricklayer.chassis.SagaIds;
import dev.bricklayer.contracts.deletebot.BotDeletionBegun;
import dev.bricklayer.messaging.Outgoing;
import dev.bricklayer.messaging.Reaction;
import dev.bricklayer.messaging.Received;
import org.springframework.stereotype.Component;

/** Stops all jobs of the bot, takes back what is not being sent yet, and lets the rest end. */
@Component
class StopJobsOnBotDeletionBegun implements Reaction<BotDeletionBegun> {

  private final BotFirings firings;

  StopJobsOnBotDeletionBegun(BotFirings firings) {
    this.firings = firings;
  }

  @Override
  public Class<BotDeletionBegun> reactsTo() {
    return BotDeletionBegun.class;
  }

  @Override
  public void react(Received<BotDeletionBegun> message, Outgoing out) {
    firings.end(message.body().botId(), SagaIds.of(message), out);
  }
}
