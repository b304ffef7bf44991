package dev.bricklayer.constructor.managed;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.JobId;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.RefusalCode;
import dev.bricklayer.contracts.SagaId;
import dev.bricklayer.mattermost.Bot;
import dev.bricklayer.mattermost.Done;
import dev.bricklayer.mattermost.NewBot;
import dev.bricklayer.messaging.Attempt;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.IdGenerator;

/**
 * The accounts that Bricklayer makes for its bots. Everything but {@link #intend} and {@link
 * #isManaged} calls Mattermost, is for the time between two transactions, and can be called again
 * with the same result: it finds what an earlier attempt left. While Mattermost does not answer, or
 * another attempt works at the same account, the answer is {@link Attempt.Later}.
 */
@Component
public class ManagedAccounts {

  /**
   * How long what has to be taken back is tried: as good as for ever. People are told long before
   * that it needs help.
   */
  public static final Duration UNTIL_IT_IS_DONE = Duration.ofDays(30);

  /** Where a request says of which kind the credentials are. */
  static final String KIND = "/credentials/kind";

  private static final Logger log = LoggerFactory.getLogger(ManagedAccounts.class);

  private final ManagedAccountRepository accounts;
  private final Administrator administrator;
  private final ChannelLook look;
  private final MakeAccount making;
  private final JoinChannel join;
  private final CloseAccount closing;
  private final IdGenerator ids;

  ManagedAccounts(
      ManagedAccountRepository accounts,
      Administrator administrator,
      ChannelLook look,
      MakeAccount making,
      JoinChannel join,
      CloseAccount closing,
      IdGenerator ids) {
    this.accounts = accounts;
    this.administrator = administrator;
    this.look = look;
    this.making = making;
    this.join = join;
    this.closing = closing;
    this.ids = ids;
  }

  /** In the caller's transaction: from now on an account may be made for this bot. */
  public void intend(BotId bot, SagaId saga) {
    accounts.intend(bot, saga);
  }

  /** Whether this bot speaks as an account that was made for it. */
  public boolean isManaged(BotId bot) {
    return accounts.isManaged(bot);
  }

  /** Looks whether an account could be made and speak there. Changes nothing. */
  public Attempt<Looked> look(ChannelWish wish) {
    return attempt(
        () ->
            administrator.mayMakeBots() ? looked(look.at(wish)) : new Looked.Refused(unavailable()),
        Looked.Refused::new);
  }

  private static Looked looked(ChannelLook.Place place) {
    return switch (place) {
      case ChannelLook.Place.In _, ChannelLook.Place.Direct _ -> new Looked.Possible();
      case ChannelLook.Place.Closed(var refusal) -> new Looked.Refused(refusal);
    };
  }

  /** Makes the account that was intended, and its token, and puts it into its channel. */
  public Attempt<Making> make(AccountWish wish) {
    return attempt(
        () ->
            accounts.isWanted(wish.bot())
                ? holding(wish.bot(), false, lease -> making.make(wish, lease))
                : new Making.Unwanted(),
        Making.Refused::new);
  }

  /**
   * Takes the account back, with all that was ever made of it: it leaves its channels, loses its
   * tokens and its name, and is switched off. From the first moment on nothing more is made.
   */
  public Attempt<Done> close(BotId bot) {
    return retried(
        () -> {
          accounts.close(bot);
          return taken(bot, true, closing::close);
        });
  }

  /**
   * Puts the bot into a channel for one of its jobs, if the requester is there.
   *
   * @param wanted asked when no other attempt can come between: what {@link #leaveJoinedIn} has
   *     taken back is not done again
   */
  public Attempt<Joining> join(JoinWish wish, BooleanSupplier wanted) {
    return attempt(
        () ->
            switch (look.at(wish.where())) {
              case ChannelLook.Place.Closed(var refusal) -> new Joining.Refused(refusal);
              case ChannelLook.Place.Direct() -> new Joining.Joined();
              case ChannelLook.Place.In(var channel) -> join(wish, channel, wanted);
            },
        Joining.Refused::new);
  }

  private Joining join(JoinWish wish, ManagedChannel channel, BooleanSupplier wanted) {
    return accounts.isWanted(wish.bot())
        ? holding(
            wish.bot(),
            false,
            lease -> wanted.getAsBoolean() ? join(lease, wish, channel) : new Joining.Unwanted())
        : new Joining.Refused(Refusal.of(RefusalCode.BOT_DELETED, ""));
  }

  private Joining join(Lease lease, JoinWish wish, ManagedChannel channel) {
    boolean in =
        accounts
            .find(wish.bot())
            .flatMap(ManagedAccount::user)
            .map(user -> join.join(lease, wish, channel, user))
            .orElse(false);
    return in
        ? new Joining.Joined()
        : new Joining.Refused(ChannelLook.refusal(RefusalCode.BOT_NOT_MEMBER, wish.where()));
  }

  /** A job is no more: leaves the channels that only it needed. */
  public Attempt<Done> leave(BotId bot, JobId job) {
    return leave(bot, Needs.of(job));
  }

  /**
   * A job speaks elsewhere since this revision: leaves the channels that only earlier ones needed.
   */
  public Attempt<Done> leaveBefore(BotId bot, JobId job, long revision) {
    return leave(bot, Needs.of(job, revision));
  }

  /** A saga is undone: leaves the channels that only it needed. */
  public Attempt<Done> leaveJoinedIn(BotId bot, SagaId saga) {
    return leave(bot, Needs.joinedIn(saga));
  }

  private Attempt<Done> leave(BotId bot, Needs needs) {
    return retried(() -> taken(bot, false, (account, lease) -> leave(account, needs, lease)));
  }

  private void leave(ManagedAccount account, Needs needs, Lease lease) {
    for (ManagedChannel channel : accounts.noLongerNeeded(account.bot(), needs)) {
      lease.renew();
      boolean left =
          account.user().map(user -> administrator.leave(channel.channel(), user)).orElse(false);
      log.info(
          "bot {} {} channel {}",
          account.bot(),
          left ? "has left" : "was not in, or cannot leave,",
          channel.channel());
    }
    accounts.giveUp(account.bot(), needs);
  }

  /**
   * Gives the account the name for people that its bot has; its user name stays.
   *
   * @param name asked for when no other attempt can come between, so that the latest name stays
   */
  public Attempt<Done> rename(BotId bot, Supplier<Optional<String>> name) {
    return retried(() -> taken(bot, false, (account, lease) -> rename(account, name, lease)));
  }

  private void rename(ManagedAccount account, Supplier<Optional<String>> name, Lease lease) {
    Optional<Bot> found = account.user().flatMap(administrator::bot);
    if (found.isPresent()) {
      name.get().ifPresent(now -> rename(found.get(), now, lease));
    }
  }

  private void rename(Bot bot, String name, Lease lease) {
    lease.renew();
    if (!administrator.change(bot.id(), new NewBot(bot.username(), name, bot.description()))) {
      log.warn("Mattermost does not take the name of the account {}", bot.username());
    }
  }

  /** Nothing to do where there is no account, or where it is being closed, which does more. */
  private Done taken(BotId bot, boolean closes, Work work) {
    boolean there = closes ? accounts.isManaged(bot) : accounts.isWanted(bot);
    return there
        ? holding(
            bot,
            closes,
            lease -> {
              accounts.find(bot).ifPresent(account -> work.on(account, lease));
              return Done.DONE;
            })
        : Done.DONE;
  }

  private interface Work {
    void on(ManagedAccount account, Lease lease);
  }

  private <T> T holding(BotId bot, boolean closes, Function<Lease, T> work) {
    UUID holder = ids.generateId();
    try (Lease lease = Lease.take(accounts, new Lease.Claim(bot, holder, closes))) {
      return work.apply(lease);
    }
  }

  /** Without an administrator there are no managed bots, and whoever wants one is told so. */
  private static <T> Attempt<T> attempt(Supplier<T> work, Function<Refusal, ? extends T> refused) {
    try {
      return new Attempt.Answered<>(work.get());
    } catch (NoAdministratorException e) {
      log.warn("no managed bot is made: {}", e.getMessage());
      return new Attempt.Answered<>(refused.apply(unavailable()));
    } catch (NotNowException e) {
      return later(e);
    }
  }

  /** What has to be taken back is tried until it is done. */
  private static Attempt<Done> retried(Supplier<Done> work) {
    try {
      return new Attempt.Answered<>(work.get());
    } catch (NotNowException e) {
      return later(e);
    }
  }

  private static <T> Attempt<T> later(NotNowException e) {
    return new Attempt.Later<>(e.after(), String.valueOf(e.getMessage()));
  }

  private static Refusal unavailable() {
    return Refusal.of(RefusalCode.CREDENTIALS_UNAVAILABLE, KIND);
  }
}
