package dev.bricklayer.engine.createbot;

import dev.bricklayer.contracts.BotAccount;
import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.ChannelRef;
import dev.bricklayer.contracts.Credentials;
import dev.bricklayer.contracts.Job;
import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.engine.channel.ChannelQuestion;
import org.jspecify.annotations.Nullable;

/**
 * The call: may this account speak in that channel, and could the requester? It carries on what the
 * plan needs.
 *
 * @param requester Mattermost's id of whoever asks; absent where the person is linked to nobody
 */
public record CheckChannel(
    BotId botId,
    PersonId owner,
    Credentials credentials,
    BotAccount account,
    Job job,
    @Nullable String requester) {

  /** What is asked. */
  ChannelQuestion question() {
    ChannelRef channel = job.content().channel();
    return new ChannelQuestion(botId, credentials, account, requester, channel, channel);
  }
}
