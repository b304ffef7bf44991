package dev.bricklayer.engine.manual;

import dev.bricklayer.contracts.ChannelRef;
import dev.bricklayer.contracts.reminder.RunJobNow;
import dev.bricklayer.engine.channel.ChannelQuestion;
import dev.bricklayer.engine.planning.PlannedBot;
import java.util.Objects;

/** The call: the channel of a bot and the person who wants to see its reminder first. */
record DirectChannel(RunJobNow command, ChannelQuestion question) {

  static DirectChannel of(RunJobNow command, PlannedBot bot) {
    String person = Objects.requireNonNull(command.directTo(), "asked for a direct channel");
    ChannelRef direct = ChannelRef.directTo(person);
    return new DirectChannel(
        command,
        new ChannelQuestion(
            command.botId(), bot.credentials(), bot.account(), person, direct, direct));
  }
}
