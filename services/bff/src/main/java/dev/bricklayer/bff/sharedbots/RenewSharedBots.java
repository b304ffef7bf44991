package dev.bricklayer.bff.sharedbots;

import dev.bricklayer.bff.changecredentials.CredentialsChanging;
import dev.bricklayer.bff.installation.Installation;
import dev.bricklayer.bff.sharedbots.SharedBotRepository.Outdated;
import dev.bricklayer.contracts.Credentials;
import dev.bricklayer.contracts.SagaId;
import dev.bricklayer.mattermost.AccessToken;
import dev.bricklayer.problems.Problem;
import dev.bricklayer.sealing.TokenSealer;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.IdGenerator;

/**
 * Gives every bot that speaks through Bricklayer's own the token that Bricklayer has now. Each is a
 * run of change-credentials: until the engine has found every channel open to it, the bot keeps
 * what it has.
 */
@Component
class RenewSharedBots {

  private static final Logger log = LoggerFactory.getLogger(RenewSharedBots.class);

  /** Where it was refused somebody may have to invite the bot first. */
  private static final Duration AGAIN = Duration.ofMinutes(10);

  private final Installation installation;
  private final SharedBotRepository repository;
  private final CredentialsChanging changing;
  private final TokenSealer sealer;
  private final TransactionOperations transactions;
  private final IdGenerator ids;

  RenewSharedBots(
      Installation installation,
      SharedBotRepository repository,
      CredentialsChanging changing,
      TokenSealer sealer,
      PlatformTransactionManager transactions,
      IdGenerator ids) {
    this.installation = installation;
    this.repository = repository;
    this.changing = changing;
    this.sealer = sealer;
    this.transactions = new TransactionTemplate(transactions);
    this.ids = ids;
  }

  /** As often as a copy looks whether another one has provisioned. */
  @Scheduled(
      initialDelayString = "${bricklayer.installation.reload-every:5s}",
      fixedDelayString = "${bricklayer.installation.reload-every:5s}")
  void renew() {
    try {
      repository.forget();
      repository.settle();
      installation.botToken().ifPresent(this::renew);
    } catch (DataAccessException | TransactionException e) {
      log.warn("Shared bots could not be looked through; soon again: {}", e.toString());
    }
  }

  private void renew(AccessToken token) {
    TokenDigest digest = TokenDigest.of(token);
    for (Outdated bot : repository.outdated(digest)) {
      try {
        transactions.executeWithoutResult(_ -> renew(bot, token, digest));
      } catch (Problem gone) {
        // It was deleted in this moment, and is forgotten in the next.
        log.info("bot {} needs no other token: {}", bot.bot(), gone.code());
      }
    }
  }

  private void renew(Outdated outdated, AccessToken token, TokenDigest digest) {
    SagaId run = new SagaId(ids.generateId());
    if (repository.begin(outdated.bot(), run, digest, AGAIN)) {
      Credentials fresh = new Credentials.Shared(sealer.seal(token.value(), outdated.bot()));
      changing.begin(run, outdated.owner(), outdated.bot(), fresh);
    }
  }
}
