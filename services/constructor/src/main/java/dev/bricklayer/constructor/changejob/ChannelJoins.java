package dev.bricklayer.constructor.changejob;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.SagaId;
import dev.bricklayer.contracts.saga.Decision;
import dev.bricklayer.messaging.Outgoing;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Carries decisions out: reads what is known, writes what is known next, sends. */
@Component
class ChannelJoins {

  private static final Logger log = LoggerFactory.getLogger(ChannelJoins.class);

  private final ChannelJoinRepository repository;

  ChannelJoins(ChannelJoinRepository repository) {
    this.repository = repository;
  }

  /** Whether the bot is still to be let in, as it is now. */
  boolean isJoining(SagaId saga) {
    return repository.isJoining(saga);
  }

  /**
   * Decides about one join, within the caller's transaction.
   *
   * @return the call to make after the commit; null when there is none
   */
  <C> @Nullable C decide(
      BotId bot,
      SagaId saga,
      Outgoing out,
      Function<ChannelJoin, Decision<ChannelJoin, C>> decision) {
    ChannelJoin known = repository.lockAndFind(bot, saga);
    Decision<ChannelJoin, C> decided = decision.apply(known);
    if (!decided.next().equals(known)) {
      repository.keep(decided.next(), bot, saga);
      log.info("bot {} {} (saga {})", bot, inWords(decided.next()), saga);
    }
    decided.send().forEach(out::send);
    return decided.call();
  }

  private static String inWords(ChannelJoin next) {
    return switch (next) {
      case ChannelJoin.Unknown _ -> "joins nothing";
      case ChannelJoin.Joining _ -> "joins a channel";
      case ChannelJoin.Joined _ -> "is in the channel";
      case ChannelJoin.Refused(var refusal) -> "is not let in: " + refusal.code().word();
      case ChannelJoin.Leaving(var refusal) -> "leaves the channel: " + refusal.code().word();
      case ChannelJoin.Left(var refusal) -> "is not to join: " + refusal.code().word();
    };
  }
}
