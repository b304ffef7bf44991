package dev.bricklayer.constructor.changejob;

import dev.bricklayer.contracts.Refusal;

/** What constructor knows of one change of a job that lets a managed bot into a channel. */
public sealed interface ChannelJoin {

  /** Never heard of. */
  record Unknown() implements ChannelJoin {}

  /** The bot is being let in. */
  record Joining() implements ChannelJoin {}

  /** It is in. */
  record Joined() implements ChannelJoin {}

  /** It is not let in; an attempt may have got half-way. */
  record Refused(Refusal refusal) implements ChannelJoin {}

  /** What was done for it is being taken back. */
  record Leaving(Refusal refusal) implements ChannelJoin {}

  /** The tombstone: nothing is done for it, whatever arrives later. */
  record Left(Refusal refusal) implements ChannelJoin {}
}
