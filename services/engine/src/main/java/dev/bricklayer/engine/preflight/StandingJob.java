package dev.bricklayer.engine.preflight;

import dev.bricklayer.contracts.BotAccount;
import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.ChannelRef;
import dev.bricklayer.contracts.Credentials;
import dev.bricklayer.contracts.JobId;
import dev.bricklayer.contracts.PlannedChannel;
import dev.bricklayer.engine.channel.ChannelQuestion;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A job that fires, as far as Mattermost has a say in it.
 *
 * @param credentialsVersion of the credentials that are looked at
 * @param requester Mattermost's id of whoever asked for it; absent where nobody is known to have
 * @param mentionsAll whether its text mentions all of the channel
 * @param knownAsMuted whether it was said of this revision that this notifies nobody
 */
record StandingJob(
    JobId id,
    BotId botId,
    Credentials credentials,
    long credentialsVersion,
    BotAccount account,
    PlannedChannel channel,
    @Nullable String requester,
    long revision,
    boolean mentionsAll,
    boolean knownAsMuted) {

  /**
   * What would be asked if it were saved again. Where no person is known whose say it needs, the
   * token is asked as if it were proof enough.
   */
  ChannelQuestion question() {
    ChannelRef ref = ChannelRef.byId(channel.id());
    Credentials asked = requester == null ? tokenAlone() : credentials;
    return new ChannelQuestion(botId, asked, account, requester, ref, ref);
  }

  private Credentials tokenAlone() {
    return new Credentials.OwnToken(
        Objects.requireNonNull(credentials.token(), "what fires has a token"));
  }
}
