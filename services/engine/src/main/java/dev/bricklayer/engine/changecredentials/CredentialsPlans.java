package dev.bricklayer.engine.changecredentials;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.SagaId;
import dev.bricklayer.contracts.saga.Decision;
import dev.bricklayer.engine.changecredentials.CredentialsPlanRepository.Silenced;
import dev.bricklayer.engine.claim.NewPlans;
import dev.bricklayer.engine.claim.Rules;
import dev.bricklayer.engine.run.Runs;
import dev.bricklayer.messaging.Outgoing;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Carries decisions out: reads what is known, writes what is known next, sends. */
@Component
class CredentialsPlans {

  private static final Logger log = LoggerFactory.getLogger(CredentialsPlans.class);

  private final CredentialsPlanRepository repository;
  private final Runs runs;
  private final Rules rules;
  private final NewPlans newPlans;

  CredentialsPlans(
      CredentialsPlanRepository repository, Runs runs, Rules rules, NewPlans newPlans) {
    this.repository = repository;
    this.runs = runs;
    this.rules = rules;
    this.newPlans = newPlans;
  }

  /**
   * Decides about one run, within the caller's transaction.
   *
   * @param call the call whose outcome it is about; null before there was one
   * @return the call to make after the commit; null when there is none
   */
  @Nullable CheckCredentials decide(
      BotId bot,
      SagaId saga,
      Outgoing out,
      @Nullable CheckCredentials call,
      Function<CredentialsPlan, Decision<CredentialsPlan, CheckCredentials>> decision) {
    CredentialsPlan known = repository.lockAndFind(bot, saga);
    Decision<CredentialsPlan, CheckCredentials> decided = decision.apply(known);
    if (!decided.next().equals(known)) {
      repository.keep(decided.next(), saga);
      if (decided.next() instanceof CredentialsPlan.Taken && call != null) {
        take(call, out);
      }
      log.info("bot {} {} (saga {})", bot, inWords(decided.next()), saga);
    }
    decided.send().forEach(out::send);
    return decided.call();
  }

  private void take(CheckCredentials call, Outgoing out) {
    out.send(repository.take(call));
    repository.silenced(call.botId()).forEach(this::startAgain);
    newPlans.announce();
  }

  /** From the first instant after now on. What has none any more is over. */
  private void startAgain(Silenced silenced) {
    rules
        .read(silenced.rule())
        .nextAfter(silenced.firesAfter())
        .ifPresent(next -> repository.plan(silenced.job(), next));
    runs.startAgain(silenced.job());
  }

  private static String inWords(CredentialsPlan next) {
    return switch (next) {
      case CredentialsPlan.Unheard _ -> "speaks as before";
      case CredentialsPlan.Checking _ -> "has its channels looked at with new credentials";
      case CredentialsPlan.Taken _ -> "speaks with new credentials";
      case CredentialsPlan.Rejected rejected ->
          "speaks as before: " + rejected.refusal().code().word();
    };
  }
}
