package dev.bricklayer.systemtests.changecredentials;

import static dev.bricklayer.systemtests.changecredentials.ChangeCredentialsParticipants.BOT;
import static dev.bricklayer.systemtests.changecredentials.ChangeCredentialsParticipants.OWNER;
import static dev.bricklayer.testkit.explorer.Participant.only;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bricklayer.bff.changecredentials.ChangeCredentialsInBff;
import dev.bricklayer.bff.operation.Progress;
import dev.bricklayer.constructor.changecredentials.CredentialsChange;
import dev.bricklayer.constructor.changecredentials.VerifyNewCredentials;
import dev.bricklayer.contracts.Credentials;
import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.SealedToken;
import dev.bricklayer.contracts.changecredentials.AbandonChangeCredentials;
import dev.bricklayer.contracts.changecredentials.ChangeCredentials;
import dev.bricklayer.contracts.changecredentials.ChangeCredentialsSaga;
import dev.bricklayer.contracts.changecredentials.CredentialsRejected;
import dev.bricklayer.contracts.changecredentials.NewCredentialsDropped;
import dev.bricklayer.contracts.saga.Decision;
import dev.bricklayer.contracts.saga.NoCall;
import dev.bricklayer.contracts.saga.Service;
import dev.bricklayer.engine.changecredentials.CheckCredentials;
import dev.bricklayer.engine.changecredentials.CredentialsPlan;
import dev.bricklayer.storage.changecredentials.KeptCredentials;
import dev.bricklayer.testkit.explorer.Explorer;
import dev.bricklayer.testkit.explorer.Faults;
import dev.bricklayer.testkit.explorer.Finding;
import dev.bricklayer.testkit.explorer.Participant;
import dev.bricklayer.testkit.explorer.SagaModel;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every history of change-credentials up to a bound, with the services' real decisions. */
class ChangeCredentialsExplorationTest {

  private static final int BOUND = 3_000_000;
  private static final Faults FAULTS = new Faults(1, 1, 1, 2);
  private static final ChangeCredentials COMMAND =
      new ChangeCredentials(
          BOT,
          OWNER,
          new Credentials.OwnToken(new SealedToken("1", "sealed")),
          Instant.parse("2026-11-30T12:02:00Z"));

  @Test
  void keepsEveryPromiseInEveryHistory() {
    Finding finding = explore(participants());

    assertThat(finding).isInstanceOf(Finding.AllHold.class);
    assertThat(((Finding.AllHold) finding).worlds())
        .as("worlds: a handful would mean that nothing was explored")
        .isGreaterThan(10_000);
  }

  @Test
  void findsATombstoneThatTheEngineForgets() {
    assertBroken(
        with(Service.ENGINE, new ForgetfulEngine()),
        "undone, and the bot speaks with the new ones");
  }

  @Test
  void findsATombstoneThatStorageForgets() {
    assertBroken(with(Service.STORAGE, new ForgetfulStorage()), "over, and both are kept");
  }

  @Test
  void findsABotThatIsNeverLetGo() {
    assertBroken(
        with(Service.CONSTRUCTOR, new ClingingConstructor()), "over, and the bot is still in hand");
  }

  private static void assertBroken(Map<Service, Participant<?, ?>> participants, String promise) {
    Finding finding = explore(participants);
    assertThat(finding).isInstanceOf(Finding.Broken.class);
    assertThat(((Finding.Broken) finding).promises()).contains(promise);
  }

  private static Finding explore(Map<Service, Participant<?, ?>> participants) {
    return Explorer.explore(
        new SagaModel(
            ChangeCredentialsSaga.MAP,
            participants,
            ChangeCredentialsInBff.start(COMMAND),
            known -> ChangeCredentialsInBff.onDeadline((Progress) known, BOT),
            FAULTS,
            ChangeCredentialsPromises::broken),
        BOUND);
  }

  private static Map<Service, Participant<?, ?>> participants() {
    Map<Service, Participant<?, ?>> participants = new EnumMap<>(Service.class);
    participants.put(Service.BFF, new ChangeCredentialsParticipants.Bff());
    participants.put(Service.CONSTRUCTOR, new ChangeCredentialsParticipants.Constructor());
    participants.put(Service.STORAGE, new ChangeCredentialsParticipants.Storage());
    participants.put(Service.ENGINE, new ChangeCredentialsParticipants.Engine());
    return participants;
  }

  private static Map<Service, Participant<?, ?>> with(Service service, Participant<?, ?> saboteur) {
    Map<Service, Participant<?, ?>> participants = participants();
    participants.put(service, saboteur);
    return participants;
  }

  /** Says no when it is asked to give up, and does not remember that. */
  private static final class ForgetfulEngine extends ChangeCredentialsParticipants.Engine {

    @Override
    public List<Choice<CredentialsPlan, CheckCredentials>> hears(
        CredentialsPlan known, Message message) {
      return message instanceof AbandonChangeCredentials command
              && known instanceof CredentialsPlan.Unheard
          ? only(
              Decision.become(known, new CredentialsRejected(command.botId(), command.refusal())))
          : super.hears(known, message);
    }
  }

  /** Drops what it has, and does not remember that it was told to when it had nothing. */
  private static final class ForgetfulStorage extends ChangeCredentialsParticipants.Storage {

    @Override
    public List<Choice<KeptCredentials, NoCall>> hears(KeptCredentials known, Message message) {
      return message instanceof CredentialsRejected event
              && known instanceof KeptCredentials.Unheard
          ? only(Decision.become(known, new NewCredentialsDropped(event.botId(), event.refusal())))
          : super.hears(known, message);
    }
  }

  /** Tells of the undoing, and keeps the bot in hand. */
  private static final class ClingingConstructor extends ChangeCredentialsParticipants.Constructor {

    @Override
    public List<Choice<CredentialsChange, VerifyNewCredentials>> hears(
        CredentialsChange known, Message message) {
      return message instanceof NewCredentialsDropped
          ? super.hears(known, message).stream()
              .map(
                  choice ->
                      new Choice<>(
                          choice.because(),
                          new Decision<>(
                              known, choice.decision().send(), choice.decision().call())))
              .toList()
          : super.hears(known, message);
    }
  }
}
