package dev.bricklayer.bff.createbot;

import dev.bricklayer.bff.identity.Identities;
import dev.bricklayer.bff.installation.Installation;
import dev.bricklayer.bff.sharedbots.SharedBots;
import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.Credentials;
import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.contracts.RefusalCode;
import dev.bricklayer.contracts.SealedToken;
import dev.bricklayer.mattermost.AccessToken;
import dev.bricklayer.sealing.TokenSealer;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Which credentials this installation has to offer to whom, and seals them. */
@Component
class OfferedCredentials {

  private static final Executor BESIDE = task -> Thread.ofVirtual().name("sealing").start(task);

  private final Identities identities;
  private final Installation installation;
  private final TokenSealer sealer;
  private final SharedBots sharedBots;

  OfferedCredentials(
      Identities identities, Installation installation, TokenSealer sealer, SharedBots sharedBots) {
    this.identities = identities;
    this.installation = installation;
    this.sealer = sealer;
    this.sharedBots = sharedBots;
  }

  /**
   * Why these cannot be had; empty when they can, as far as it is known here. Who speaks through an
   * account of Bricklayer's must be known in Mattermost: they may make it speak only where they
   * could themselves.
   */
  Optional<RefusalCode> whyNot(AskedCredentials asked, PersonId person) {
    return switch (asked) {
      case AskedCredentials.OwnToken _ -> Optional.empty();
      case AskedCredentials.Managed _ -> whyNot(person);
      case AskedCredentials.Shared _ ->
          installation.botToken().isPresent()
              ? whyNot(person)
              : Optional.of(RefusalCode.CREDENTIALS_UNAVAILABLE);
    };
  }

  private Optional<RefusalCode> whyNot(PersonId person) {
    return identities.mattermostUserOf(person).isPresent()
        ? Optional.empty()
        : Optional.of(RefusalCode.LINK_REQUIRED);
  }

  /**
   * As they travel; empty where there is no token to share. An own token is being sealed from now
   * on, beside what the caller does; which token a bot shares is noted when it is asked for, in the
   * caller's transaction.
   */
  Supplier<Optional<Credentials>> sealing(AskedCredentials asked, BotId bot, PersonId owner) {
    return switch (asked) {
      case AskedCredentials.OwnToken(var token) -> {
        CompletableFuture<SealedToken> sealed =
            CompletableFuture.supplyAsync(() -> sealer.seal(token, bot), BESIDE);
        yield () -> Optional.of(new Credentials.OwnToken(sealed.join()));
      }
      case AskedCredentials.Managed _ -> () -> Optional.of(Credentials.Managed.toBeMade());
      case AskedCredentials.Shared _ ->
          () -> installation.botToken().map(token -> shared(token, bot, owner));
    };
  }

  private Credentials shared(AccessToken token, BotId bot, PersonId owner) {
    sharedBots.note(bot, owner, token);
    return new Credentials.Shared(sealer.seal(token.value(), bot));
  }
}
