package dev.bricklayer.systemtests.renamebot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bricklayer.bff.operation.Progress;
import dev.bricklayer.bff.renamebot.RenameBotInBff;
import dev.bricklayer.constructor.renamebot.NamedBot;
import dev.bricklayer.constructor.renamebot.RenameBotInConstructor;
import dev.bricklayer.constructor.renamebot.Renaming;
import dev.bricklayer.contracts.BotAccount;
import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.RefusalCode;
import dev.bricklayer.contracts.renamebot.AbandonRenameBot;
import dev.bricklayer.contracts.renamebot.BotRenameRefused;
import dev.bricklayer.contracts.renamebot.BotRenamed;
import dev.bricklayer.contracts.renamebot.RenameBot;
import dev.bricklayer.contracts.renamebot.RenameBotSaga;
import dev.bricklayer.contracts.saga.Decision;
import dev.bricklayer.contracts.saga.NoCall;
import dev.bricklayer.contracts.saga.Service;
import dev.bricklayer.testkit.explorer.Explorer;
import dev.bricklayer.testkit.explorer.Faults;
import dev.bricklayer.testkit.explorer.Finding;
import dev.bricklayer.testkit.explorer.InsideParticipant;
import dev.bricklayer.testkit.explorer.Participant;
import dev.bricklayer.testkit.explorer.SagaModel;
import dev.bricklayer.testkit.explorer.SagaWorld;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every history of rename-bot up to a bound, with the services' real decisions. */
class RenameBotExplorationTest {

  private static final int BOUND = 1_000_000;
  private static final Faults FAULTS = new Faults(2, 2, 0, 2);
  private static final BotId BOT = new BotId(new UUID(0, 1));
  private static final PersonId OWNER = new PersonId(new UUID(0, 2));
  private static final RenameBot COMMAND = new RenameBot(BOT, OWNER, "Retro");

  @Test
  void keepsEveryPromiseInEveryHistory() {
    Finding finding = explore(new Constructor(), RenameBotExplorationTest::deadline);

    assertThat(finding).isInstanceOf(Finding.AllHold.class);
    assertThat(((Finding.AllHold) finding).worlds())
        .as("worlds: a handful would mean that nothing was explored")
        .isGreaterThan(500);
  }

  @Test
  void findsATombstoneThatIsForgotten() {
    assertBroken(
        explore(new ForgetfulConstructor(), RenameBotExplorationTest::deadline),
        "told as undone, and the bot has its new name");
  }

  @Test
  void findsADeadlineThatDecidesByItself() {
    assertBroken(
        explore(
            new Constructor(),
            known ->
                known instanceof Progress.Working
                    ? Decision.<Progress, NoCall>become(
                        new Progress.Undone(Refusal.of(RefusalCode.DEADLINE, "")),
                        new AbandonRenameBot(BOT, Refusal.of(RefusalCode.DEADLINE, "")))
                    : Decision.stay(known)),
        "told as undone, and the bot has its new name");
  }

  private static void assertBroken(Finding finding, String promise) {
    assertThat(finding).isInstanceOf(Finding.Broken.class);
    assertThat(((Finding.Broken) finding).promises()).contains(promise);
  }

  private static Finding explore(
      Participant<Renaming, NoCall> constructor, Function<Object, Decision<?, ?>> deadline) {
    return Explorer.explore(
        new SagaModel(
            RenameBotSaga.MAP,
            Map.of(Service.BFF, new Bff(), Service.CONSTRUCTOR, constructor),
            RenameBotInBff.start(COMMAND),
            deadline,
            FAULTS,
            RenameBotExplorationTest::broken),
        BOUND);
  }

  private static Decision<?, ?> deadline(Object known) {
    return RenameBotInBff.onDeadline((Progress) known, BOT);
  }

  private static List<String> broken(SagaWorld world) {
    Progress operation = world.known(Service.BFF, Progress.class);
    boolean renamed = world.known(Service.CONSTRUCTOR, Renaming.class) instanceof Renaming.Renamed;
    List<String> broken = new ArrayList<>();
    if (operation instanceof Progress.Done && !renamed) {
      broken.add("told as done, and the bot has its old name");
    }
    if (operation instanceof Progress.Undone && renamed) {
      broken.add("told as undone, and the bot has its new name");
    }
    if (world.quiet() && operation instanceof Progress.Working) {
      broken.add("it does not end");
    }
    return broken;
  }

  /** Constructor, with whatever it may find about the bot. */
  private static class Constructor implements InsideParticipant<Renaming> {

    @Override
    public Renaming start() {
      return new Renaming.Unheard();
    }

    @Override
    public List<Choice<Renaming, NoCall>> hears(Renaming known, Message message) {
      return switch (message) {
        case RenameBot command ->
            Stream.of(new NamedBot.Gone(), new NamedBot.InHand(OWNER), living(true), living(false))
                .map(
                    bot ->
                        new Choice<>(
                            "it finds " + bot,
                            RenameBotInConstructor.onRenameBot(known, command, bot)))
                .toList();
        case AbandonRenameBot command ->
            List.of(new Choice<>("", RenameBotInConstructor.onAbandon(known, command)));
        default -> throw new IllegalArgumentException("constructor does not hear " + message);
      };
    }

    private static NamedBot living(boolean nameFree) {
      return new NamedBot.Living(OWNER, new BotAccount("account-id", "standup"), nameFree, 2);
    }
  }

  /** Says no when it is asked to give up, and does not remember that. */
  private static final class ForgetfulConstructor extends Constructor {

    @Override
    public List<Choice<Renaming, NoCall>> hears(Renaming known, Message message) {
      return message instanceof AbandonRenameBot command && known instanceof Renaming.Unheard
          ? List.of(
              new Choice<>(
                  "",
                  Decision.become(known, new BotRenameRefused(command.botId(), command.refusal()))))
          : super.hears(known, message);
    }
  }

  private static final class Bff implements InsideParticipant<Progress> {

    @Override
    public Progress start() {
      return new Progress.Working(false);
    }

    @Override
    public List<Choice<Progress, NoCall>> hears(Progress known, Message message) {
      return switch (message) {
        case BotRenamed _ -> List.of(new Choice<>("", RenameBotInBff.onBotRenamed(known)));
        case BotRenameRefused event ->
            List.of(new Choice<>("", RenameBotInBff.onUndone(known, event.refusal())));
        default -> throw new IllegalArgumentException("the bff does not hear " + message);
      };
    }
  }
}
