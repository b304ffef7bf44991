package dev.bricklayer.contracts;

import dev.bricklayer.contracts.letter.DiscardLetter;
import dev.bricklayer.contracts.letter.LetterRetried;
import dev.bricklayer.contracts.letter.LetterState;
import dev.bricklayer.contracts.letter.RetryLetter;
import dev.bricklayer.contracts.link.AccountLinked;
import dev.bricklayer.contracts.link.ConfirmLink;
import dev.bricklayer.contracts.link.LinkAsked;
import dev.bricklayer.contracts.link.LinkRefused;
import dev.bricklayer.contracts.link.RequestLink;
import dev.bricklayer.contracts.reminder.BotSilenced;
import dev.bricklayer.contracts.reminder.JobSilenced;
import dev.bricklayer.contracts.reminder.MentionsChecked;
import dev.bricklayer.contracts.reminder.ReminderMissed;
import dev.bricklayer.contracts.reminder.ReminderPosted;
import dev.bricklayer.contracts.reminder.ReminderUndeliverable;
import dev.bricklayer.contracts.reminder.RunJobNow;
import dev.bricklayer.contracts.state.AccountState;
import dev.bricklayer.contracts.state.BotRunState;
import dev.bricklayer.contracts.state.BotState;
import dev.bricklayer.contracts.state.JobState;
import dev.bricklayer.contracts.state.RunState;
import java.util.List;
import java.util.stream.Stream;

/** The catalogue of everything that travels between services. */
public final class Messages {

  /** Every message, each with its topic in {@link On}. */
  public static final List<Class<? extends Message>> ALL =
      Stream.concat(
              Sagas.ALL.stream().flatMap(saga -> saga.messages().stream()),
              Stream.of(
                  RequestLink.class,
                  LinkAsked.class,
                  ConfirmLink.class,
                  AccountLinked.class,
                  LinkRefused.class,
                  BotState.class,
                  JobState.class,
                  RunState.class,
                  BotRunState.class,
                  AccountState.class,
                  RunJobNow.class,
                  ReminderPosted.class,
                  ReminderMissed.class,
                  ReminderUndeliverable.class,
                  JobSilenced.class,
                  MentionsChecked.class,
                  BotSilenced.class,
                  RetryLetter.class,
                  DiscardLetter.class,
                  LetterRetried.class,
                  LetterState.class))
          .distinct()
          .toList();

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
