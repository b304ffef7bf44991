package dev.bricklayer.systemtests.deleteuser;

import static dev.bricklayer.testkit.explorer.Participant.only;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bricklayer.constructor.deleteuser.Leaving;
import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.contracts.deleteuser.DeleteUserSaga;
import dev.bricklayer.contracts.deleteuser.HandoverRefused;
import dev.bricklayer.contracts.deleteuser.UserDeletionBegun;
import dev.bricklayer.contracts.saga.Decision;
import dev.bricklayer.contracts.saga.NoCall;
import dev.bricklayer.contracts.saga.Service;
import dev.bricklayer.systemtests.deleteuser.DeleteUserParticipants.Runs;
import dev.bricklayer.testkit.explorer.Explorer;
import dev.bricklayer.testkit.explorer.Faults;
import dev.bricklayer.testkit.explorer.Finding;
import dev.bricklayer.testkit.explorer.Participant;
import dev.bricklayer.testkit.explorer.SagaModel;
import dev.bricklayer.user.deleteuser.DeleteUserInUser;
import dev.bricklayer.user.deleteuser.Deletion;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every history of delete-user up to a bound, with the services' real decisions. */
class DeleteUserExplorationTest {

  private static final int BOUND = 3_000_000;
  private static final Faults FAULTS = new Faults(1, 1, 0, 1);
  private static final PersonId LENA = new PersonId(new UUID(0, 7));
  private static final PersonId BOB = new PersonId(new UUID(0, 8));

  @Test
  void keepsEveryPromiseInEveryHistoryOfADeletion() {
    assertAllHold(explore(null, participants()));
  }

  @Test
  void keepsEveryPromiseInEveryHistoryOfAHandover() {
    assertAllHold(explore(BOB, participants()));
  }

  @Test
  void findsARefusalThatConstructorForgets() {
    Finding finding = explore(BOB, with(Service.CONSTRUCTOR, new ForgetfulConstructor()));

    assertThat(finding).isInstanceOf(Finding.Broken.class);
    assertThat(((Finding.Broken) finding).promises())
        .contains("the account stays, and its bots do not");
  }

  @Test
  void findsAnAccountThatIsErasedWhateverIsAnswered() {
    Finding finding = explore(BOB, with(Service.USER, new HastyUser()));

    assertThat(finding).isInstanceOf(Finding.Broken.class);
    assertThat(((Finding.Broken) finding).promises())
        .contains("the account is gone, and some of its bots are not");
  }

  private static void assertAllHold(Finding finding) {
    assertThat(finding).isInstanceOf(Finding.AllHold.class);
    assertThat(((Finding.AllHold) finding).worlds())
        .as("worlds: a handful would mean that nothing was explored")
        .isGreaterThan(500);
  }

  private static Finding explore(
      @Nullable PersonId heir, Map<Service, Participant<?, ?>> participants) {
    return Explorer.explore(
        new SagaModel(
            DeleteUserSaga.MAP,
            participants,
            DeleteUserInUser.begin(LENA, heir),
            known -> DeleteUserInUser.onDue((Deletion) known),
            FAULTS,
            DeleteUserPromises::broken),
        BOUND);
  }

  private static Map<Service, Participant<?, ?>> participants() {
    Map<Service, Participant<?, ?>> participants = new EnumMap<>(Service.class);
    participants.put(Service.USER, new DeleteUserParticipants.User());
    participants.put(Service.CONSTRUCTOR, new DeleteUserParticipants.Constructor());
    participants.put(Service.BFF, new DeleteUserParticipants.Bff());
    return participants;
  }

  private static Map<Service, Participant<?, ?>> with(Service service, Participant<?, ?> saboteur) {
    Map<Service, Participant<?, ?>> participants = participants();
    participants.put(service, saboteur);
    return participants;
  }

  /** Asked again, it looks again whether the heir can have them. */
  private static final class ForgetfulConstructor extends DeleteUserParticipants.Constructor {

    @Override
    public List<Choice<Leaving, Runs>> hears(Leaving known, Message message) {
      return message instanceof UserDeletionBegun && known instanceof Leaving.Refused
          ? super.hears(new Leaving.Unknown(), message)
          : super.hears(known, message);
    }
  }

  /** Does not listen to what stands against it. */
  private static final class HastyUser extends DeleteUserParticipants.User {

    @Override
    public List<Choice<Deletion, NoCall>> hears(Deletion known, Message message) {
      return message instanceof HandoverRefused
          ? only(Decision.become(new Deletion.Erased(LENA, 0, 0)))
          : super.hears(known, message);
    }
  }
}
