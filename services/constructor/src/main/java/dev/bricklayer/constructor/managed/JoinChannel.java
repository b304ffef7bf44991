package dev.bricklayer.constructor.managed;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.JobId;
import dev.bricklayer.contracts.SagaId;
import dev.bricklayer.mattermost.MattermostUserId;
import org.springframework.stereotype.Component;

/** Puts an account into a channel, and notes for which job before it does. */
@Component
class JoinChannel {

  private final ManagedAccountRepository accounts;
  private final Administrator administrator;

  JoinChannel(ManagedAccountRepository accounts, Administrator administrator) {
    this.accounts = accounts;
    this.administrator = administrator;
  }

  boolean join(Lease lease, AccountWish wish, ManagedChannel channel, MattermostUserId account) {
    return join(lease, wish.where().job(), wish.saga(), channel, account);
  }

  /** False when Mattermost does not let it in. */
  boolean join(
      Lease lease, JobId job, SagaId saga, ManagedChannel channel, MattermostUserId account) {
    BotId bot = lease.claim().bot();
    accounts.needChannel(bot, job, channel, saga);
    lease.renew();
    return administrator.join(channel.team(), channel.channel(), account);
  }
}
