package dev.bricklayer.constructor.managed;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.SagaId;

/**
 * A channel that a managed bot shall join.
 *
 * @param saga on whose behalf: by it is known what to take back
 * @param revision of the job that needs the channel
 */
public record JoinWish(BotId bot, SagaId saga, long revision, ChannelWish where) {

  private static final long FIRST = 1;

  /** For the job that the bot is made with. */
  static JoinWish of(AccountWish wish) {
    return new JoinWish(wish.bot(), wish.saga(), FIRST, wish.where());
  }
}
