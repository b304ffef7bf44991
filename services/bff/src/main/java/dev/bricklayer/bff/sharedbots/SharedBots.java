package dev.bricklayer.bff.sharedbots;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.mattermost.AccessToken;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Knows which bots speak with which token of Bricklayer's own bot. */
@Component
public class SharedBots {

  private final SharedBotRepository repository;

  SharedBots(SharedBotRepository repository) {
    this.repository = repository;
  }

  /** A bot is to be, and to speak with this token: noted in the transaction that asks for it. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void note(BotId bot, PersonId owner, AccessToken token) {
    repository.note(bot, owner, TokenDigest.of(token));
  }
}
