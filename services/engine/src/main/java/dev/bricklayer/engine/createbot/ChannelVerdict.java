package dev.bricklayer.engine.createbot;

import dev.bricklayer.contracts.PlannedChannel;
import dev.bricklayer.contracts.Refusal;

/** What Mattermost said about a channel and an account. */
public sealed interface ChannelVerdict {

  /** The account may speak there. */
  record Open(PlannedChannel channel) implements ChannelVerdict {}

  /** It may not. */
  record Closed(Refusal refusal) implements ChannelVerdict {}
}
