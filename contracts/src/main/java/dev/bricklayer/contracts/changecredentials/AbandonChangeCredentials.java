package dev.bricklayer.contracts.changecredentials;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.On;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.Topic;

/**
 * Asks the pivot's owner to end the saga, unless the new credentials are in use already: it answers
 * with {@link CredentialsTaken} or with {@link CredentialsRejected}, whichever came first.
 */
@On(Topic.ENGINE_JOB_COMMANDS)
public record AbandonChangeCredentials(BotId botId, Refusal refusal) implements Message {

  @Override
  public String key() {
    return botId.toString();
  }
}
