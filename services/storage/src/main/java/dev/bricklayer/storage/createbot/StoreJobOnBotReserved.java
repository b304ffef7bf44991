package dev.bricklayer.storage.createbot;

import dev.bricklayer.contracts.createbot.BotReserved;
import dev.bricklayer.messaging.Outgoing;
import dev.bricklayer.messaging.Reaction;
import dev.bricklayer.messaging.Received;
import org.springframework.stereotype.Component;

/** Keeps the sealed credentials and the first job, not yet current. */
@Component
class StoreJobOnBotReserved implements Reaction<BotReserved> {

  private final StoredJobs jobs;

  StoreJobOnBotReserved(StoredJobs jobs) {
    this.jobs = jobs;
  }

  @Override
  public Class<BotReserved> reactsTo() {
    return BotReserved.class;
  }

  @Override
  public void react(Received<BotReserved> message, Outgoing out) {
    BotReserved event = message.body();
    jobs.decide(
        event.botId(), message, out, known -> CreateBotInStorage.onBotReserved(known, event));
  }
}
