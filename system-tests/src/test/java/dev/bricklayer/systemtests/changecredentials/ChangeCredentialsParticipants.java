package dev.bricklayer.systemtests.changecredentials;

import static dev.bricklayer.testkit.explorer.Participant.only;

import dev.bricklayer.bff.changecredentials.ChangeCredentialsInBff;
import dev.bricklayer.bff.operation.Progress;
import dev.bricklayer.constructor.changecredentials.ChangeCredentialsInConstructor;
import dev.bricklayer.constructor.changecredentials.CredentialsChange;
import dev.bricklayer.constructor.changecredentials.HeldBot;
import dev.bricklayer.constructor.changecredentials.OwnedBot;
import dev.bricklayer.constructor.changecredentials.VerifyNewCredentials;
import dev.bricklayer.constructor.createbot.TokenVerdict;
import dev.bricklayer.contracts.BotAccount;
import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.RefusalCode;
import dev.bricklayer.contracts.SagaId;
import dev.bricklayer.contracts.changecredentials.AbandonChangeCredentials;
import dev.bricklayer.contracts.changecredentials.ChangeCredentials;
import dev.bricklayer.contracts.changecredentials.CredentialsChangeUndone;
import dev.bricklayer.contracts.changecredentials.CredentialsChanged;
import dev.bricklayer.contracts.changecredentials.CredentialsKept;
import dev.bricklayer.contracts.changecredentials.CredentialsRefused;
import dev.bricklayer.contracts.changecredentials.CredentialsRejected;
import dev.bricklayer.contracts.changecredentials.CredentialsTaken;
import dev.bricklayer.contracts.changecredentials.CredentialsVerified;
import dev.bricklayer.contracts.changecredentials.NewCredentialsDropped;
import dev.bricklayer.contracts.changecredentials.OldCredentialsDropped;
import dev.bricklayer.contracts.saga.Decision;
import dev.bricklayer.contracts.saga.NoCall;
import dev.bricklayer.engine.changecredentials.ChangeCredentialsInEngine;
import dev.bricklayer.engine.changecredentials.CheckCredentials;
import dev.bricklayer.engine.changecredentials.CredentialsPlan;
import dev.bricklayer.engine.changecredentials.CredentialsVerdict;
import dev.bricklayer.engine.changecredentials.Readiness;
import dev.bricklayer.storage.changecredentials.ChangeCredentialsInStorage;
import dev.bricklayer.storage.changecredentials.KeptCredentials;
import dev.bricklayer.testkit.explorer.InsideParticipant;
import dev.bricklayer.testkit.explorer.Participant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** The four services with their own decisions, and all that rows and Mattermost may answer. */
final class ChangeCredentialsParticipants {

  static final BotId BOT = new BotId(new UUID(0, 1));
  static final PersonId OWNER = new PersonId(new UUID(0, 2));
  static final SagaId RUN = new SagaId(new UUID(0, 4));
  private static final Set<String> CHANNELS = Set.of("channel-id");

  private ChangeCredentialsParticipants() {}

  /** Constructor. */
  static class Constructor implements Participant<CredentialsChange, VerifyNewCredentials> {

    @Override
    public CredentialsChange start() {
      return new CredentialsChange.Unheard();
    }

    @Override
    public List<Choice<CredentialsChange, VerifyNewCredentials>> hears(
        CredentialsChange known, Message message) {
      return switch (message) {
        case ChangeCredentials command ->
            Stream.of(
                    new HeldBot.Gone(),
                    new HeldBot.InHand(OWNER),
                    new HeldBot.Free(OWNER, HeldBot.Kind.OWN_TOKEN))
                .map(
                    bot ->
                        new Choice<>(
                            "it finds " + bot,
                            ChangeCredentialsInConstructor.onChangeCredentials(
                                known, RUN, command, bot)))
                .toList();
        case OldCredentialsDropped _ ->
            only(
                ChangeCredentialsInConstructor.onOldCredentialsDropped(
                    known, new OwnedBot(OWNER, "Stand-up", 2)));
        case NewCredentialsDropped event ->
            only(ChangeCredentialsInConstructor.onNewCredentialsDropped(known, event));
        default -> throw new IllegalArgumentException("constructor does not hear " + message);
      };
    }

    @Override
    public List<Choice<CredentialsChange, VerifyNewCredentials>> concludes(
        CredentialsChange known, VerifyNewCredentials call) {
      return Stream.of(
              new TokenVerdict.OfBot(new BotAccount("account-id", "standup")),
              new TokenVerdict.Invalid())
          .map(
              verdict ->
                  new Choice<>(
                      "the token is " + verdict.getClass().getSimpleName(),
                      ChangeCredentialsInConstructor.onVerdict(known, call, verdict)))
          .toList();
    }
  }

  /** Storage. */
  static class Storage implements InsideParticipant<KeptCredentials> {

    @Override
    public KeptCredentials start() {
      return new KeptCredentials.Unheard();
    }

    @Override
    public List<Choice<KeptCredentials, NoCall>> hears(KeptCredentials known, Message message) {
      return switch (message) {
        case CredentialsVerified event ->
            only(ChangeCredentialsInStorage.onCredentialsVerified(known, event));
        case CredentialsTaken event ->
            only(ChangeCredentialsInStorage.onCredentialsTaken(known, event));
        case CredentialsRejected event ->
            only(ChangeCredentialsInStorage.onCredentialsRejected(known, event));
        default -> throw new IllegalArgumentException("storage does not hear " + message);
      };
    }
  }

  /** The engine. */
  static class Engine implements Participant<CredentialsPlan, CheckCredentials> {

    @Override
    public CredentialsPlan start() {
      return new CredentialsPlan.Unheard();
    }

    @Override
    public List<Choice<CredentialsPlan, CheckCredentials>> hears(
        CredentialsPlan known, Message message) {
      return switch (message) {
        case CredentialsKept event ->
            Arrays.stream(Readiness.values())
                .map(
                    readiness ->
                        new Choice<>(
                            "the bot is " + readiness,
                            ChangeCredentialsInEngine.onCredentialsKept(
                                known, RUN, event, readiness)))
                .toList();
        case AbandonChangeCredentials command ->
            only(ChangeCredentialsInEngine.onAbandon(known, command));
        default -> throw new IllegalArgumentException("the engine does not hear " + message);
      };
    }

    @Override
    public List<Choice<CredentialsPlan, CheckCredentials>> concludes(
        CredentialsPlan known, CheckCredentials call) {
      CredentialsVerdict good = new CredentialsVerdict.Good(CHANNELS);
      CredentialsVerdict bad =
          new CredentialsVerdict.Bad(Refusal.of(RefusalCode.BOT_NOT_MEMBER, "/credentials/token"));
      return List.of(
          new Choice<>("all are open", concluded(known, good, Readiness.READY, CHANNELS)),
          new Choice<>("one is closed", concluded(known, bad, Readiness.READY, CHANNELS)),
          new Choice<>(
              "the bot goes meanwhile", concluded(known, good, Readiness.BOT_GONE, CHANNELS)),
          new Choice<>(
              "a job has moved", concluded(known, good, Readiness.READY, Set.of("other"))));
    }

    private static Decision<CredentialsPlan, CheckCredentials> concluded(
        CredentialsPlan known,
        CredentialsVerdict verdict,
        Readiness readiness,
        Set<String> channels) {
      return ChangeCredentialsInEngine.onVerdict(known, verdict, readiness, channels);
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
        case CredentialsChanged _ -> only(ChangeCredentialsInBff.onCredentialsChanged(known));
        case CredentialsRefused event ->
            only(ChangeCredentialsInBff.onUndone(known, event.refusal()));
        case CredentialsChangeUndone event ->
            only(ChangeCredentialsInBff.onUndone(known, event.refusal()));
        default -> throw new IllegalArgumentException("the bff does not hear " + message);
      };
    }
  }
}
