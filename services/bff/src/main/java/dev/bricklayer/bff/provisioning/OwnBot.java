package dev.bricklayer.bff.provisioning;

import static dev.bricklayer.bff.provisioning.NotDone.must;

import dev.bricklayer.bff.installation.Installation;
import dev.bricklayer.bff.installation.Provisions;
import dev.bricklayer.bff.installation.Provisions.KeptBot;
import dev.bricklayer.mattermost.AccessToken;
import dev.bricklayer.mattermost.Administration;
import dev.bricklayer.mattermost.Answer;
import dev.bricklayer.mattermost.Bot;
import dev.bricklayer.mattermost.KnownToken;
import dev.bricklayer.mattermost.MattermostClient;
import dev.bricklayer.mattermost.MattermostUser;
import dev.bricklayer.mattermost.MattermostUserId;
import dev.bricklayer.mattermost.NewBot;
import dev.bricklayer.mattermost.NewToken;
import dev.bricklayer.problems.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Bricklayer's own bot: its account, and a token of it that this installation keeps. */
@Component
class OwnBot {

  private static final Wording WORDS = Wording.beside(OwnBot.class);
  private static final int NOT_FOUND = 404;
  private static final int UNAUTHORIZED = 401;
  private static final int MOST_TOKENS = 200;

  private final MattermostClient mattermost;
  private final Administration administration;
  private final Installation installation;
  private final Provisions provisions;

  OwnBot(MattermostClient mattermost, Installation installation, Provisions provisions) {
    this.mattermost = mattermost;
    this.administration = mattermost.administration();
    this.installation = installation;
    this.provisions = provisions;
  }

  /** Finds or makes it, and tells what was done. */
  List<Finding> provide(AccessToken admin, Identity identity, boolean adopt) throws NotDone {
    if (provisions.botMadeByHand()) {
      return List.of(good("bot-by-hand"));
    }
    if (!provisions.canKeepTokens()) {
      return List.of(wrong("no-own-key"));
    }
    Optional<MattermostUser> account = account(admin);
    if (account.isEmpty()) {
      return made(admin, identity);
    }
    if (!account.get().bot()) {
      return List.of(wrong("bot-is-a-person"));
    }
    Bot bot = must(administration.bot(admin, account.get().id()));
    if (!isOurs(bot, identity) && !adopt) {
      return List.of(wrong("bot-of-others", bot.description()));
    }
    List<Finding> findings = new ArrayList<>(mended(admin, bot, identity));
    findings.addAll(withToken(admin, bot.id(), identity));
    return findings.isEmpty() ? List.of(good("bot-good")) : findings;
  }

  /** Tells what {@link #provide} would find, and changes nothing. */
  List<Finding> look(AccessToken admin, Identity identity) throws NotDone {
    if (provisions.botMadeByHand()) {
      return List.of(good("bot-by-hand"));
    }
    Optional<MattermostUser> account = account(admin);
    if (account.isEmpty()) {
      return List.of(wrong("bot-missing"));
    }
    if (!account.get().bot()) {
      return List.of(wrong("bot-is-a-person"));
    }
    Bot bot = must(administration.bot(admin, account.get().id()));
    if (!isOurs(bot, identity)) {
      return List.of(wrong("bot-of-others", bot.description()));
    }
    return List.of(
        bot.disabled() || !keptTokenWorks(bot.id()) ? wrong("bot-broken") : good("bot-good"));
  }

  private Optional<MattermostUser> account(AccessToken admin) throws NotDone {
    Answer<MattermostUser> answer = mattermost.userByName(admin, Identity.NAME);
    return answer instanceof Answer.Refused<MattermostUser> no && no.status() == NOT_FOUND
        ? Optional.empty()
        : Optional.of(must(answer));
  }

  /** By its description, or because it is the one that is kept here, whatever it says by now. */
  private boolean isOurs(Bot bot, Identity identity) {
    return identity.isOurs(bot)
        || provisions.bot().map(KeptBot::user).filter(bot.id()::equals).isPresent();
  }

  private List<Finding> made(AccessToken admin, Identity identity) throws NotDone {
    Bot bot = must(administration.createBot(admin, identity.bot()));
    List<Finding> findings = new ArrayList<>();
    findings.add(changed("bot-made"));
    findings.addAll(withToken(admin, bot.id(), identity));
    return findings;
  }

  private List<Finding> mended(AccessToken admin, Bot bot, Identity identity) throws NotDone {
    List<Finding> findings = new ArrayList<>();
    if (bot.disabled()) {
      must(administration.enableBot(admin, bot.id()));
      findings.add(changed("bot-enabled"));
    }
    NewBot wanted = identity.bot();
    if (!new NewBot(bot.username(), bot.displayName(), bot.description()).equals(wanted)) {
      must(administration.changeBot(admin, bot.id(), wanted));
      findings.add(changed("bot-described"));
    }
    return findings;
  }

  /**
   * A token whose making was not heard of, or not written down, is revoked before another is made:
   * of tokens with our description there is one.
   */
  private List<Finding> withToken(AccessToken admin, MattermostUserId bot, Identity identity)
      throws NotDone {
    if (keptTokenWorks(bot)) {
      return List.of();
    }
    revokeTokens(admin, bot, identity);
    NewToken token = must(administration.createToken(admin, bot, identity.tokenDescription()));
    provisions.keepBot(bot, token);
    return List.of(changed("bot-token-made"));
  }

  private void revokeTokens(AccessToken admin, MattermostUserId bot, Identity identity)
      throws NotDone {
    for (KnownToken token : must(administration.tokens(admin, bot, 0, MOST_TOKENS))) {
      if (token.description().equals(identity.tokenDescription())) {
        must(administration.revokeToken(admin, token.id()));
      }
    }
  }

  private boolean keptTokenWorks(MattermostUserId bot) throws NotDone {
    Optional<AccessToken> token = installation.botToken();
    if (token.isEmpty()) {
      return false;
    }
    Answer<MattermostUser> whose = mattermost.me(token.get());
    return !(whose instanceof Answer.Refused<MattermostUser> no && no.status() == UNAUTHORIZED)
        && must(whose).id().equals(bot);
  }

  /**
   * Takes its tokens and switches it off. The account stays, because Mattermost deletes none, and
   * is found again when it is wanted again.
   */
  List<Finding> remove(AccessToken admin, Identity identity) throws NotDone {
    Optional<MattermostUser> account = account(admin).filter(MattermostUser::bot);
    if (provisions.botMadeByHand() || account.isEmpty()) {
      return List.of();
    }
    Bot bot = must(administration.bot(admin, account.get().id()));
    if (!isOurs(bot, identity)) {
      return List.of();
    }
    revokeTokens(admin, bot.id(), identity);
    provisions.forgetBot();
    if (bot.disabled()) {
      return List.of();
    }
    must(administration.disableBot(admin, bot.id()));
    return List.of(changed("bot-disabled"));
  }

  private static Finding good(String key) {
    return new Finding(Finding.Grade.GOOD, WORDS.text(key));
  }

  private static Finding changed(String key) {
    return new Finding(Finding.Grade.CHANGED, WORDS.text(key));
  }

  private static Finding wrong(String key, Object... arguments) {
    return new Finding(Finding.Grade.WRONG, WORDS.text(key, arguments));
  }
}
