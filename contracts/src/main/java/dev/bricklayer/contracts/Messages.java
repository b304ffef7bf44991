package dev.bricklayer.contracts;

import dev.bricklayer.contracts.createbot.AbandonCreateBot;
import dev.bricklayer.contracts.createbot.BotActivated;
import dev.bricklayer.contracts.createbot.BotRefused;
import dev.bricklayer.contracts.createbot.BotReserved;
import dev.bricklayer.contracts.createbot.CreateBot;
import dev.bricklayer.contracts.createbot.JobActivated;
import dev.bricklayer.contracts.createbot.JobDiscarded;
import dev.bricklayer.contracts.createbot.JobPlanned;
import dev.bricklayer.contracts.createbot.JobRefused;
import dev.bricklayer.contracts.createbot.JobStored;
import dev.bricklayer.contracts.createbot.NameReleased;
import dev.bricklayer.contracts.state.AccountState;
import dev.bricklayer.contracts.state.BotRunState;
import dev.bricklayer.contracts.state.BotState;
import dev.bricklayer.contracts.state.JobState;
import dev.bricklayer.contracts.state.RunState;
import java.util.List;

/** The catalogue of everything that travels between services. */
public final class Messages {

  /** Every message, each with its topic in {@link On}. */
  public static final List<Class<? extends Message>> ALL =
      List.of(
          CreateBot.class,
          BotReserved.class,
          BotRefused.class,
          NameReleased.class,
          BotActivated.class,
          JobStored.class,
          JobDiscarded.class,
          JobActivated.class,
          AbandonCreateBot.class,
          JobPlanned.class,
          JobRefused.class,
          BotState.class,
          JobState.class,
          RunState.class,
          BotRunState.class,
          AccountState.class);

  private Messages() {}

  /** The topic on which messages of this class travel. */
  public static Topic topicOf(Class<?> message) {
    On on = message.getAnnotation(On.class);
    if (on == null) {
      throw new IllegalArgumentException(
          message.getName() + " names no topic: annotate it with @On");
    }
    return on.value();
  }
}
