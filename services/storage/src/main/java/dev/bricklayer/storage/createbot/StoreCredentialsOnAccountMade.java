package dev.bricklayer.storage.createbot;

import dev.bricklayer.contracts.createbot.AccountMade;
import dev.bricklayer.messaging.Outgoing;
import dev.bricklayer.messaging.Reaction;
import dev.bricklayer.messaging.Received;
import org.springframework.stereotype.Component;

/** Keeps the sealed token of the account that was made for the bot. */
@Component
class StoreCredentialsOnAccountMade implements Reaction<AccountMade> {

  private final StoredJobs jobs;

  StoreCredentialsOnAccountMade(StoredJobs jobs) {
    this.jobs = jobs;
  }

  @Override
  public Class<AccountMade> reactsTo() {
    return AccountMade.class;
  }

  @Override
  public void react(Received<AccountMade> message, Outgoing out) {
    AccountMade event = message.body();
    jobs.decide(
        event.botId(), message, out, known -> CreateBotInStorage.onAccountMade(known, event));
  }
}
