package dev.bricklayer.constructor.managed;

import dev.bricklayer.mattermost.Bot;
import dev.bricklayer.mattermost.MattermostUserId;
import dev.bricklayer.mattermost.NewBot;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Takes an account out of the world: out of its channels and teams, without tokens, under another
 * name so that its own is free at once, switched off. Mattermost keeps such accounts for the sake
 * of what they once posted.
 */
@Component
class CloseAccount {

  private static final Logger log = LoggerFactory.getLogger(CloseAccount.class);

  private final ManagedAccountRepository accounts;
  private final Administrator administrator;
  private final MakeAccount making;

  CloseAccount(ManagedAccountRepository accounts, Administrator administrator, MakeAccount making) {
    this.accounts = accounts;
    this.administrator = administrator;
    this.making = making;
  }

  /** Where nothing was made yet, Mattermost is not asked. */
  void close(ManagedAccount account, Lease lease) {
    making.found(account).ifPresent(bot -> close(bot, lease));
    accounts.forget(lease.claim());
  }

  private void close(Bot bot, Lease lease) {
    lease.renewFound(bot.username(), bot.id().value());
    leave(accounts.channels(lease.claim().bot()), bot.id(), lease);
    lease.renew();
    administrator.revokeTokens(bot.id());
    lease.renew();
    NewBot closed =
        new NewBot(
            Usernames.closed(bot.username(), bot.id().value()),
            bot.displayName(),
            bot.description());
    if (!administrator.change(bot.id(), closed)) {
      log.warn("the account {} is closed under its name, which stays taken", bot.username());
    }
    lease.renew();
    administrator.disable(bot.id());
    log.info("the account {} of bot {} is closed", bot.username(), lease.claim().bot());
  }

  /** A team's own channels are left with the team. */
  private void leave(List<ManagedChannel> channels, MattermostUserId account, Lease lease) {
    for (ManagedChannel channel : channels) {
      lease.renew();
      if (!administrator.leave(channel.channel(), account)) {
        log.info("channel {} is left with its team, if at all", channel.channel());
      }
    }
    channels.stream()
        .map(ManagedChannel::team)
        .distinct()
        .forEach(
            team -> {
              lease.renew();
              if (!administrator.leave(team, account)) {
                log.info("team {} had been left before", team);
              }
            });
  }
}
