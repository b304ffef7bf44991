package dev.bricklayer.systemtests.deletebot;

import static dev.bricklayer.systemtests.deletebot.DeleteBotParticipants.BOT;
import static dev.bricklayer.systemtests.deletebot.DeleteBotParticipants.OWNER;
import static dev.bricklayer.testkit.explorer.Participant.only;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bricklayer.bff.deletebot.DeleteBotInBff;
import dev.bricklayer.bff.operation.Progress;
import dev.bricklayer.constructor.deletebot.Departure;
import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.deletebot.BotFiringEnded;
import dev.bricklayer.contracts.deletebot.DeleteBot;
import dev.bricklayer.contracts.deletebot.DeleteBotSaga;
import dev.bricklayer.contracts.saga.Decision;
import dev.bricklayer.contracts.saga.NoCall;
import dev.bricklayer.contracts.saga.Service;
import dev.bricklayer.engine.deletebot.Firing;
import dev.bricklayer.testkit.explorer.Explorer;
import dev.bricklayer.testkit.explorer.Faults;
import dev.bricklayer.testkit.explorer.Finding;
import dev.bricklayer.testkit.explorer.Participant;
import dev.bricklayer.testkit.explorer.SagaModel;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every history of delete-bot up to a bound, with the services' real decisions. */
class DeleteBotExplorationTest {

  private static final int BOUND = 3_000_000;
  private static final Faults FAULTS = new Faults(1, 1, 1, 2);
  private static final DeleteBot COMMAND = new DeleteBot(BOT, OWNER);

  @Test
  void keepsEveryPromiseInEveryHistory() {
    Finding finding = explore(participants());

    assertThat(finding).isInstanceOf(Finding.AllHold.class);
    assertThat(((Finding.AllHold) finding).worlds())
        .as("worlds: a handful would mean that nothing was explored")
        .isGreaterThan(5_000);
  }

  @Test
  void findsARefusalThatIsForgotten() {
    assertBroken(
        with(Service.CONSTRUCTOR, new ForgetfulConstructor()), "told as refused, and the bot goes");
  }

  @Test
  void findsAnEndThatDoesNotWaitForWhatIsBeingSent() {
    assertBroken(with(Service.ENGINE, new HastyEngine()), "erased while something is being sent");
  }

  @Test
  void findsAnEndOfSendingThatNobodyTells() {
    assertBroken(with(Service.ENGINE, new SilentEngine()), "it does not end");
  }

  private static void assertBroken(Map<Service, Participant<?, ?>> participants, String promise) {
    Finding finding = explore(participants);
    assertThat(finding).isInstanceOf(Finding.Broken.class);
    assertThat(((Finding.Broken) finding).promises()).contains(promise);
  }

  private static Finding explore(Map<Service, Participant<?, ?>> participants) {
    return Explorer.explore(
        new SagaModel(
            DeleteBotSaga.MAP,
            participants,
            DeleteBotInBff.start(COMMAND),
            known -> DeleteBotInBff.onDeadline((Progress) known, COMMAND),
            FAULTS,
            DeleteBotPromises::broken),
        BOUND);
  }

  private static Map<Service, Participant<?, ?>> participants() {
    Map<Service, Participant<?, ?>> participants = new EnumMap<>(Service.class);
    participants.put(Service.BFF, new DeleteBotParticipants.Bff());
    participants.put(Service.CONSTRUCTOR, new DeleteBotParticipants.Constructor());
    participants.put(Service.STORAGE, new DeleteBotParticipants.Storage());
    participants.put(Service.ENGINE, new DeleteBotParticipants.Engine());
    return participants;
  }

  private static Map<Service, Participant<?, ?>> with(Service service, Participant<?, ?> saboteur) {
    Map<Service, Participant<?, ?>> participants = participants();
    participants.put(service, saboteur);
    return participants;
  }

  /** Refuses, and looks at the bot anew when it is asked again. */
  private static final class ForgetfulConstructor extends DeleteBotParticipants.Constructor {

    @Override
    public List<Choice<Departure, NoCall>> hears(Departure known, Message message) {
      return super.hears(known, message).stream()
          .map(
              choice ->
                  choice.decision().next() instanceof Departure.Refused
                      ? new Choice<>(
                          choice.because(),
                          new Decision<>(known, choice.decision().send(), choice.decision().call()))
                      : choice)
          .toList();
    }
  }

  /** Says that firing has ended while something is being sent. */
  private static final class HastyEngine extends DeleteBotParticipants.Engine {

    @Override
    public List<Choice<Firing, DeleteBotParticipants.BeingSent>> hears(
        Firing known, Message message) {
      return super.hears(known, message).stream()
          .map(
              choice ->
                  new Choice<>(
                      choice.because(),
                      new Decision<>(
                          choice.decision().next(),
                          List.<Message>of(new BotFiringEnded(BOT)),
                          choice.decision().call())))
          .toList();
    }
  }

  /** Ends with the last sending, and forgets who waits for it. */
  private static final class SilentEngine extends DeleteBotParticipants.Engine {

    @Override
    public List<Choice<Firing, DeleteBotParticipants.BeingSent>> concludes(
        Firing known, DeleteBotParticipants.BeingSent call) {
      return known instanceof Firing.Ending(var bot, var saga)
          ? only(Decision.become(new Firing.Ended(bot, saga)))
          : super.concludes(known, call);
    }
  }
}
