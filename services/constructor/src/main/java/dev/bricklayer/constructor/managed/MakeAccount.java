package dev.bricklayer.constructor.managed;

import dev.bricklayer.constructor.managed.Administrator.Creation;
import dev.bricklayer.contracts.BotAccount;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.RefusalCode;
import dev.bricklayer.contracts.SealedToken;
import dev.bricklayer.mattermost.AccessToken;
import dev.bricklayer.mattermost.Bot;
import dev.bricklayer.mattermost.NewBot;
import dev.bricklayer.sealing.TokenSealer;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Makes an account with its token and puts it into its channel. Made again, it finds what an
 * earlier attempt left by the saga's id, which stands in the account's description, and ends the
 * tokens of that attempt: nobody heard them.
 */
@Component
class MakeAccount {

  private static final Logger log = LoggerFactory.getLogger(MakeAccount.class);

  private final ManagedAccountRepository accounts;
  private final Administrator administrator;
  private final ChannelLook look;
  private final JoinChannel join;
  private final TokenSealer sealer;

  MakeAccount(
      ManagedAccountRepository accounts,
      Administrator administrator,
      ChannelLook look,
      JoinChannel join,
      TokenSealer sealer) {
    this.accounts = accounts;
    this.administrator = administrator;
    this.look = look;
    this.join = join;
    this.sealer = sealer;
  }

  /** The channel is looked at anew: time has passed since the first look. */
  Making make(AccountWish wish, Lease lease) {
    return switch (look.at(wish.where())) {
      case ChannelLook.Place.Closed(var refusal) -> new Making.Refused(refusal);
      case ChannelLook.Place.Direct() -> make(wish, lease, Optional.empty());
      case ChannelLook.Place.In(var channel) -> make(wish, lease, Optional.of(channel));
    };
  }

  private Making make(AccountWish wish, Lease lease, Optional<ManagedChannel> channel) {
    Optional<Bot> found = found(wish).or(() -> created(wish, lease));
    if (found.isEmpty()) {
      return new Making.Refused(
          Refusal.of(RefusalCode.CREDENTIALS_UNAVAILABLE, ManagedAccounts.KIND));
    }
    Bot bot = found.get();
    lease.renewFound(bot.username(), bot.id().value());
    SealedToken token = token(wish, lease, bot);
    boolean in = channel.map(to -> join.join(lease, JoinWish.of(wish), to, bot.id())).orElse(true);
    return in
        ? new Making.Made(new BotAccount(bot.id().value(), bot.username()), token)
        : new Making.Refused(ChannelLook.refusal(RefusalCode.BOT_NOT_MEMBER, wish.where()));
  }

  private Optional<Bot> found(AccountWish wish) {
    return accounts.find(wish.bot()).flatMap(this::found);
  }

  /** What was made of it: by its id, or by the name that was asked for when the answer was lost. */
  Optional<Bot> found(ManagedAccount account) {
    return account
        .user()
        .flatMap(administrator::bot)
        .or(() -> account.username().flatMap(administrator::botNamed))
        .filter(bot -> bot.description().contains(account.saga().toString()));
  }

  /** Empty when this administrator may make none. */
  private Optional<Bot> created(AccountWish wish, Lease lease) {
    for (String username : Usernames.of(wish.name(), wish.bot())) {
      lease.renewTrying(username);
      switch (administrator.create(new NewBot(username, wish.name(), description(wish)))) {
        case Creation.Made(var bot) -> {
          log.info("bot {} has the account {} (saga {})", wish.bot(), username, wish.saga());
          return Optional.of(bot);
        }
        case Creation.NameTaken() -> {}
        case Creation.Forbidden(var why) -> {
          log.warn("bot {} gets no account: Mattermost answers {}", wish.bot(), why);
          return Optional.empty();
        }
      }
    }
    throw new NotNowException("every user name is taken, even the bot's own id");
  }

  private SealedToken token(AccountWish wish, Lease lease, Bot bot) {
    lease.renew();
    administrator.revokeTokens(bot.id());
    lease.renew();
    AccessToken token = administrator.newToken(bot.id(), description(wish));
    return sealer.seal(token.value(), wish.bot());
  }

  private static String description(AccountWish wish) {
    return "Made by Bricklayer (" + wish.saga() + ")";
  }
}
