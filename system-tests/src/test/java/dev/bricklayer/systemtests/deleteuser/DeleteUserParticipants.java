package dev.bricklayer.systemtests.deleteuser;

import static dev.bricklayer.testkit.explorer.Participant.only;

import dev.bricklayer.bff.deleteuser.DeleteUserInBff;
import dev.bricklayer.bff.operation.Progress;
import dev.bricklayer.constructor.deleteuser.DeleteUserInConstructor;
import dev.bricklayer.constructor.deleteuser.Inheritance;
import dev.bricklayer.constructor.deleteuser.Leaving;
import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.RefusalCode;
import dev.bricklayer.contracts.deleteuser.HandoverRefused;
import dev.bricklayer.contracts.deleteuser.UserBotsGone;
import dev.bricklayer.contracts.deleteuser.UserDeleted;
import dev.bricklayer.contracts.deleteuser.UserDeletionBegun;
import dev.bricklayer.contracts.deleteuser.UserKept;
import dev.bricklayer.contracts.saga.Decision;
import dev.bricklayer.contracts.saga.NoCall;
import dev.bricklayer.testkit.explorer.InsideParticipant;
import dev.bricklayer.testkit.explorer.Participant;
import dev.bricklayer.user.deleteuser.DeleteUserInUser;
import dev.bricklayer.user.deleteuser.Deletion;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The three services of delete-user with their own decisions. */
final class DeleteUserParticipants {

  private static final BotId ONE = new BotId(new UUID(0, 1));
  private static final BotId TWO = new BotId(new UUID(0, 2));

  private DeleteUserParticipants() {}

  /** The user service. */
  static class User implements InsideParticipant<Deletion> {

    @Override
    public Deletion start() {
      return new Deletion.Unknown();
    }

    @Override
    public List<Choice<Deletion, NoCall>> hears(Deletion known, Message message) {
      return switch (message) {
        case UserBotsGone event -> only(DeleteUserInUser.onUserBotsGone(known, event));
        case HandoverRefused event -> only(DeleteUserInUser.onHandoverRefused(known, event));
        default -> throw new IllegalArgumentException("user does not hear " + message);
      };
    }
  }

  /** The runs of delete-bot, of which constructor waits for the end. */
  record Runs() {}

  /** Constructor, of whose runs of delete-bot one ends after the other, or none does. */
  static class Constructor implements Participant<Leaving, Runs> {

    @Override
    public Leaving start() {
      return new Leaving.Unknown();
    }

    @Override
    public List<Choice<Leaving, Runs>> hears(Leaving known, Message message) {
      return switch (message) {
        case UserDeletionBegun event when event.heir() == null ->
            List.of(deletion(known, event), deletion(known, event, ONE, TWO));
        case UserDeletionBegun event ->
            List.of(
                handover("the heir can have them", known, event, new Inheritance.Possible(2)),
                handover(
                    "the heir has a bot of that name",
                    known,
                    event,
                    new Inheritance.Impossible(Refusal.of(RefusalCode.NAME_TAKEN, "/handTo"))));
        default -> throw new IllegalArgumentException("constructor does not hear " + message);
      };
    }

    @Override
    public List<Choice<Leaving, Runs>> concludes(Leaving known, Runs call) {
      return switch (known) {
        case Leaving.Deleting deleting ->
            deleting.left().stream()
                .map(
                    bot ->
                        new Choice<>(
                            "bot " + bot + " is gone",
                            waiting(DeleteUserInConstructor.onBotForgotten(known, bot))))
                .toList();
        case Leaving.Unknown _, Leaving.Deleted _, Leaving.HandedOver _, Leaving.Refused _ ->
            List.of(new Choice<>("nothing is left to wait for", Decision.stay(known)));
      };
    }

    private static Choice<Leaving, Runs> deletion(
        Leaving known, UserDeletionBegun event, BotId... bots) {
      return new Choice<>(
          "there are " + bots.length + " bots",
          waiting(DeleteUserInConstructor.onDeletion(known, event.personId(), Set.of(bots))));
    }

    private static Choice<Leaving, Runs> handover(
        String because, Leaving known, UserDeletionBegun event, Inheritance inheritance) {
      return new Choice<>(
          because,
          waiting(DeleteUserInConstructor.onHandover(known, event.personId(), inheritance)));
    }

    private static Decision<Leaving, Runs> waiting(Decision<Leaving, NoCall> decided) {
      return switch (decided.next()) {
        case Leaving.Deleting _ -> new Decision<>(decided.next(), decided.send(), new Runs());
        case Leaving.Unknown _, Leaving.Deleted _, Leaving.HandedOver _, Leaving.Refused _ ->
            new Decision<>(decided.next(), decided.send(), null);
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
        case UserDeletionBegun _ -> only(Decision.stay(known));
        case UserDeleted _ -> only(DeleteUserInBff.onUserDeleted(known));
        case UserKept event -> only(DeleteUserInBff.onUserKept(known, event.refusal()));
        default -> throw new IllegalArgumentException("the bff does not hear " + message);
      };
    }
  }
}
