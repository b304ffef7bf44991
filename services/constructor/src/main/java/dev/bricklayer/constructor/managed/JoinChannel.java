package dev.bricklayer.constructor.managed;

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

  /** False when Mattermost does not let it in. */
  boolean join(Lease lease, JoinWish wish, ManagedChannel channel, MattermostUserId account) {
    accounts.needChannel(wish, channel);
    lease.renew();
    return administrator.join(channel.team(), channel.channel(), account);
  }
}
