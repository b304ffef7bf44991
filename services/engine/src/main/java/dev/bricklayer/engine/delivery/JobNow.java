package dev.bricklayer.engine.delivery;

import dev.bricklayer.contracts.BotAccount;
import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.Credentials;
import dev.bricklayer.contracts.Missed;
import dev.bricklayer.contracts.RefusalCode;
import dev.bricklayer.mattermost.ChannelId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A job and its bot as they are while the job's lock is held.
 *
 * @param rule the schedule's, for the words of a late post
 * @param language in which a late post says that it is; null where nobody told
 * @param nextFireAt the first instant that nobody claimed; null when there is none
 * @param stopReason why neither it nor its bot sends; null while both run
 * @param formerAccounts ids of the accounts it spoke as before
 * @param credentialsSince since when it speaks with its credentials; null from the beginning
 * @param now the database's time
 */
record JobNow(
    BotId botId,
    String text,
    ChannelId channel,
    Missed missed,
    String rule,
    @Nullable String language,
    @Nullable Instant nextFireAt,
    @Nullable RefusalCode stopReason,
    BotAccount account,
    Set<String> formerAccounts,
    Credentials credentials,
    long credentialsVersion,
    @Nullable Instant credentialsSince,
    Instant now) {

  /** Whether a request of that time was made with the credentials the bot has now. */
  boolean hadTheseCredentialsAt(Instant time) {
    return credentialsSince == null || !time.isBefore(credentialsSince);
  }
}
