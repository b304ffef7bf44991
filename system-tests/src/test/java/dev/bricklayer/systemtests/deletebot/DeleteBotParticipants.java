package dev.bricklayer.systemtests.deletebot;

import static dev.bricklayer.testkit.explorer.Participant.only;

import dev.bricklayer.bff.deletebot.DeleteBotInBff;
import dev.bricklayer.bff.operation.Progress;
import dev.bricklayer.constructor.deletebot.DeleteBotInConstructor;
import dev.bricklayer.constructor.deletebot.Departure;
import dev.bricklayer.contracts.BotAccount;
import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.ChannelRef;
import dev.bricklayer.contracts.Job;
import dev.bricklayer.contracts.JobContent;
import dev.bricklayer.contracts.JobId;
import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.Missed;
import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.contracts.SagaId;
import dev.bricklayer.contracts.deletebot.BotDeleted;
import dev.bricklayer.contracts.deletebot.BotDeletionBegun;
import dev.bricklayer.contracts.deletebot.BotDeletionRefused;
import dev.bricklayer.contracts.deletebot.BotErased;
import dev.bricklayer.contracts.deletebot.BotFiringEnded;
import dev.bricklayer.contracts.deletebot.DeleteBot;
import dev.bricklayer.contracts.saga.Decision;
import dev.bricklayer.contracts.saga.NoCall;
import dev.bricklayer.engine.deletebot.DeleteBotInEngine;
import dev.bricklayer.engine.deletebot.Firing;
import dev.bricklayer.schedule.ScheduleSpec;
import dev.bricklayer.storage.deletebot.DeleteBotInStorage;
import dev.bricklayer.storage.deletebot.StoredBot;
import dev.bricklayer.testkit.explorer.InsideParticipant;
import dev.bricklayer.testkit.explorer.Participant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** The four services of delete-bot with their own decisions, and a sending that ends some time. */
final class DeleteBotParticipants {

  static final BotId BOT = new BotId(new UUID(0, 1));
  static final PersonId OWNER = new PersonId(new UUID(0, 2));
  static final SagaId RUN = new SagaId(new UUID(0, 4));

  private static final Departure LIVING =
      new Departure.Living(BOT, OWNER, "Stand-up", new BotAccount("account-id", "standup"), 2);
  private static final Job JOB =
      new Job(
          new JobId(new UUID(0, 3)),
          1,
          new JobContent(
              "daily",
              ChannelRef.named("acme", "release"),
              "Stand-up in five minutes",
              ScheduleSpec.ofCron("30 9 * * MON-FRI", "Europe/Berlin"),
              Missed.DEFAULT));

  private DeleteBotParticipants() {}

  /** Something that is being sent, as the engine waits for its end: a call that nobody sends. */
  record BeingSent() {}

  /** Constructor. Another saga may have the bot in hand, and be through with it later. */
  static class Constructor implements InsideParticipant<Departure> {

    @Override
    public Departure start() {
      return LIVING;
    }

    @Override
    public List<Choice<Departure, NoCall>> hears(Departure known, Message message) {
      return switch (message) {
        case DeleteBot command ->
            found(known)
                .map(
                    departure ->
                        new Choice<>(
                            "it finds " + departure.getClass().getSimpleName(),
                            DeleteBotInConstructor.onDeleteBot(departure, RUN, command)))
                .toList();
        case BotErased event -> only(DeleteBotInConstructor.onBotErased(known, event));
        default -> throw new IllegalArgumentException("constructor does not hear " + message);
      };
    }

    Stream<Departure> found(Departure known) {
      return known.equals(LIVING)
          ? Stream.of(known, new Departure.InHand(BOT, OWNER))
          : Stream.of(known);
    }
  }

  /** The engine. */
  static class Engine implements Participant<Firing, BeingSent> {

    @Override
    public Firing start() {
      return new Firing.Allowed(BOT);
    }

    @Override
    public List<Choice<Firing, BeingSent>> hears(Firing known, Message message) {
      return switch (message) {
        case BotDeletionBegun _ ->
            possible(known)
                .map(
                    sending ->
                        new Choice<>(
                            sending ? "something is being sent" : "nothing is being sent",
                            waiting(DeleteBotInEngine.onBotDeletionBegun(known, RUN, sending))))
                .toList();
        default -> throw new IllegalArgumentException("the engine does not hear " + message);
      };
    }

    /** While the engine waits, something is being sent; afterwards nothing ever is. */
    private static Stream<Boolean> possible(Firing known) {
      return switch (known) {
        case Firing.Allowed _ -> Stream.of(true, false);
        case Firing.Ending _ -> Stream.of(true);
        case Firing.Ended _ -> Stream.of(false);
      };
    }

    @Override
    public List<Choice<Firing, BeingSent>> concludes(Firing known, BeingSent call) {
      return List.of(
          new Choice<>("it was sent", waiting(DeleteBotInEngine.onSendingEnded(known, false))));
    }

    static Decision<Firing, BeingSent> waiting(Decision<Firing, NoCall> decided) {
      return new Decision<>(
          decided.next(),
          decided.send(),
          decided.next() instanceof Firing.Ending ? new BeingSent() : null);
    }
  }

  /** Storage. */
  static class Storage implements InsideParticipant<StoredBot> {

    @Override
    public StoredBot start() {
      return new StoredBot.Kept(BOT, List.of(new StoredBot.KeptJob(JOB, 2)));
    }

    @Override
    public List<Choice<StoredBot, NoCall>> hears(StoredBot known, Message message) {
      return switch (message) {
        case BotFiringEnded event -> only(DeleteBotInStorage.onBotFiringEnded(known, event));
        default -> throw new IllegalArgumentException("storage does not hear " + message);
      };
    }
  }

  /** The bff. */
  static class Bff implements InsideParticipant<Progress> {

    @Override
    public Progress start() {
      return new Progress.Working(false);
    }

    @Override
    public List<Choice<Progress, NoCall>> hears(Progress known, Message message) {
      return switch (message) {
        case BotDeleted _ -> only(DeleteBotInBff.onBotDeleted(known));
        case BotDeletionRefused event -> only(DeleteBotInBff.onRefused(known, event.refusal()));
        default -> throw new IllegalArgumentException("the bff does not hear " + message);
      };
    }
  }
}
