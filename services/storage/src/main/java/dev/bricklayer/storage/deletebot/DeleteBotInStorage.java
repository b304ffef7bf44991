package dev.bricklayer.storage.deletebot;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.deletebot.BotErased;
import dev.bricklayer.contracts.deletebot.BotFiringEnded;
import dev.bricklayer.contracts.saga.Decision;
import dev.bricklayer.contracts.saga.NoCall;
import dev.bricklayer.contracts.state.JobState;
import dev.bricklayer.storage.deletebot.StoredBot.Gone;
import dev.bricklayer.storage.deletebot.StoredBot.Kept;
import dev.bricklayer.storage.deletebot.StoredBot.KeptJob;
import java.util.List;
import java.util.stream.Stream;

/** Storage's decision in delete-bot. No I/O, so that the explorer can run it in every order. */
public final class DeleteBotInStorage {

  private DeleteBotInStorage() {}

  /** Erases everything and leaves the tombstone; told again, it says so again. */
  public static Decision<StoredBot, NoCall> onBotFiringEnded(
      StoredBot known, BotFiringEnded event) {
    BotErased erased = new BotErased(event.botId());
    return switch (known) {
      case Kept(var botId, var jobs) ->
          new Decision<>(
              new Gone(botId),
              Stream.concat(deleted(botId, jobs), Stream.of(erased)).toList(),
              null);
      case Gone _ -> Decision.become(known, erased);
    };
  }

  private static Stream<Message> deleted(BotId botId, List<KeptJob> jobs) {
    return jobs.stream()
        .map(
            kept ->
                new JobState(
                    kept.job().id(),
                    botId,
                    kept.job(),
                    JobState.Status.DELETED,
                    kept.version() + 1));
  }
}
