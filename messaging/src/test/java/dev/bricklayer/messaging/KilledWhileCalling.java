package dev.bricklayer.messaging;

import dev.bricklayer.embedded.DatabaseAccess;
import dev.bricklayer.messaging.Wire.Ask;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A service that dies in the midst of its call. Run as: url, user, password, kafka, number of the
 * test's wire.
 */
final class KilledWhileCalling {

  private KilledWhileCalling() {}

  public static void main(String[] arguments) throws InterruptedException {
    DatabaseAccess database = new DatabaseAccess(arguments[0], arguments[1], arguments[2]);
    Wire wire = new Wire(arguments[3], Integer.parseInt(arguments[4]));
    TestService service =
        TestService.named("calls", wire, database)
            .with("bricklayer.messaging.call-lease", "3s")
            .bean(new Dying())
            .startReady();
    service.send(new Ask("k", 1));
    Thread.sleep(Duration.ofMinutes(2));
  }

  private static final class Dying implements CallingReaction<Ask, Dying.Question, String> {

    record Question(int number) {}

    @Override
    public Class<Ask> reactsTo() {
      return Ask.class;
    }

    @Override
    public Class<Question> callType() {
      return Question.class;
    }

    @Override
    public @Nullable Intent<Question> intend(Received<Ask> ask, Outgoing out) {
      return new Intent<>(
          new Question(ask.body().number()), Instant.now().plus(Duration.ofMinutes(2)));
    }

    @Override
    public Attempt<String> call(Question question) {
      OwnProcess.die();
      return new Attempt.Answered<>("from beyond");
    }

    @Override
    public void conclude(Question question, String outcome, Outgoing out) {
      throw new IllegalStateException("it is dead");
    }
  }
}
