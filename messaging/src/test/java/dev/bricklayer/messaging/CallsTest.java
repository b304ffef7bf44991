package dev.bricklayer.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bricklayer.embedded.DatabaseAccess;
import dev.bricklayer.messaging.Wire.Ask;
import dev.bricklayer.messaging.Wire.Said;
import dev.bricklayer.testkit.TestDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CallsTest {

  private final Wire wire = new Wire();
  private final DatabaseAccess database = TestDatabase.fresh("calls");
  private final Queue<Integer> called = new ConcurrentLinkedQueue<>();
  private final Queue<String> concluded = new ConcurrentLinkedQueue<>();
  private final Queue<Received<Said>> heard = new ConcurrentLinkedQueue<>();
  private volatile Duration time = Duration.ofMinutes(2);

  /** The number of the question that is foreseen; none is. */
  private volatile int foreseen;

  /** In the transaction that keeps the intent. */
  private volatile Runnable beforeCommit = () -> {};

  private @Nullable TestService service;

  /** A reaction whose call is the test's. */
  private final class Asking implements CallingReaction<Ask, Asking.Question, String> {

    record Question(int number) {}

    private final Function<Integer, Attempt<String>> call;

    private Asking(Function<Integer, Attempt<String>> call) {
      this.call = call;
    }

    @Override
    public Class<Ask> reactsTo() {
      return Ask.class;
    }

    @Override
    public Class<Question> callType() {
      return Question.class;
    }

    @Override
    public @Nullable Question foresee(Received<Ask> ask) {
      return foreseen == 0 ? null : new Question(foreseen);
    }

    @Override
    public @Nullable Intent<Question> intend(Received<Ask> ask, Outgoing out) {
      if (ask.body().number() == 0) {
        out.send(new Said(ask.key(), 0, "nobody was asked"));
        return null;
      }
      TestService.beforeCommit(beforeCommit);
      return new Intent<>(new Question(ask.body().number()), Instant.now().plus(time));
    }

    @Override
    public Attempt<String> call(Question question) {
      called.add(question.number());
      return call.apply(called.size());
    }

    @Override
    public void conclude(Question question, String outcome, Outgoing out) {
      conclusion(outcome);
      out.send(new Said("k", question.number(), outcome));
    }

    @Override
    public void expired(Question question, Outgoing out) {
      out.send(new Said("k", question.number(), "no answer in time"));
    }
  }

  private final CountDownLatch isConcluded = new CountDownLatch(1);
  private volatile int failingConclusions;

  private synchronized void conclusion(String outcome) {
    concluded.add(outcome);
    isConcluded.countDown();
    if (concluded.size() <= failingConclusions) {
      throw new IllegalStateException("the conclusion fails");
    }
  }

  private TestService start(Function<Integer, Attempt<String>> call) throws InterruptedException {
    service =
        TestService.named("calls", wire, database)
            .with("bricklayer.messaging.call-lease", "3s")
            .with("bricklayer.messaging.call-poll", "100ms")
            .bean(new Asking(call))
            .reacting(Said.class, (said, out) -> heard.add(said))
            .startReady();
    return service;
  }

  @AfterEach
  void stop() {
    if (service != null) {
      service.close();
    }
  }

  @Test
  void theAnswerOfACallIsConcludedAndLeaves() throws Exception {
    TestService service = start(_ -> new Attempt.Answered<>("yes"));
    SagaRef saga = new SagaRef("small-talk", UUID.randomUUID());
    service.inTransaction(
        _ -> {
          service.bean(Outbox.class).inSaga(saga).send(new Ask("k", 1));
          return true;
        });

    await().atMost(TestService.LONG).until(() -> heard.size() == 1);
    assertThat(heard.element().body()).isEqualTo(new Said("k", 1, "yes"));
    assertThat(heard.element().saga()).isEqualTo(saga);
    assertThat(heard.element().causationId()).isNotNull();
    assertThat(pending(service)).isZero();
  }

  @Test
  void whereNothingIsToBeCalledTheAnswerLeavesAtOnce() throws Exception {
    TestService service = start(_ -> new Attempt.Answered<>("yes"));
    service.send(new Ask("k", 0));

    await().atMost(TestService.LONG).until(() -> heard.size() == 1);
    assertThat(called).isEmpty();
    assertThat(pending(service)).isZero();
  }

  @Test
  void aCallWaitsUntilItsIntentIsKept() throws Exception {
    CountDownLatch isCalled = new CountDownLatch(1);
    Queue<Boolean> calledBefore = new ConcurrentLinkedQueue<>();
    beforeCommit = () -> calledBefore.add(within(Duration.ofMillis(200), isCalled));
    TestService service = start(_ -> answeredTelling(isCalled));
    service.send(new Ask("k", 1));

    await().atMost(TestService.LONG).until(() -> heard.size() == 1);
    assertThat(calledBefore).containsExactly(false);
  }

  @Test
  void aLookThatWasForeseenIsMadeWhileItsIntentIsKeptAndConcludedAfterIt() throws Exception {
    foreseen = 1;
    CountDownLatch isCalled = new CountDownLatch(1);
    Queue<Boolean> calledBefore = new ConcurrentLinkedQueue<>();
    Queue<Boolean> concludedBefore = new ConcurrentLinkedQueue<>();
    beforeCommit =
        () -> {
          calledBefore.add(within(TestService.LONG, isCalled));
          concludedBefore.add(within(Duration.ofMillis(200), isConcluded));
        };
    TestService service = start(_ -> answeredTelling(isCalled));
    service.send(new Ask("k", 1));

    await().atMost(TestService.LONG).until(() -> heard.size() == 1);
    assertThat(calledBefore).containsExactly(true);
    assertThat(concludedBefore).containsExactly(false);
    assertThat(called).containsExactly(1);
    assertThat(pending(service)).isZero();
  }

  @Test
  void aLookWhoseIntentIsRolledBackLeadsToNothing() throws Exception {
    foreseen = 1;
    AtomicBoolean isFirst = new AtomicBoolean(true);
    beforeCommit =
        () -> {
          if (isFirst.getAndSet(false)) {
            throw new IllegalStateException("the transaction is rolled back");
          }
        };
    TestService service = start(_ -> new Attempt.Answered<>("yes"));
    service.send(new Ask("k", 1));

    await().atMost(TestService.LONG).until(() -> heard.size() == 1);
    await().atMost(TestService.LONG).until(() -> called.size() == 2);
    assertThat(concluded).containsExactly("yes");
  }

  @Test
  void aLookThatWasForeseenWronglyIsMadeInVain() throws Exception {
    foreseen = 2;
    TestService service = start(_ -> new Attempt.Answered<>("yes"));
    service.send(new Ask("k", 1));

    await().atMost(TestService.LONG).until(() -> heard.size() == 1 && called.size() == 2);
    assertThat(heard.element().body().number()).isEqualTo(1);
    assertThat(called).containsExactlyInAnyOrder(1, 2);
    assertThat(concluded).containsExactly("yes");
  }

  @Test
  void aLookThatWasNotAnsweredIsAFirstAttempt() throws Exception {
    foreseen = 1;
    TestService service =
        start(
            attempt ->
                attempt == 1
                    ? new Attempt.Later<>(Duration.ofMillis(10), "busy")
                    : new Attempt.Answered<>("at last"));
    service.send(new Ask("k", 1));

    await().atMost(TestService.LONG).until(() -> heard.size() == 1);
    assertThat(called).hasSize(2);
    assertThat(concluded).containsExactly("at last");
  }

  private static Attempt<String> answeredTelling(CountDownLatch isCalled) {
    isCalled.countDown();
    return new Attempt.Answered<>("yes");
  }

  private static boolean within(Duration atMost, CountDownLatch latch) {
    try {
      return latch.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aCallThatIsNotAnsweredIsMadeAgain() throws Exception {
    TestService service =
        start(
            attempt ->
                switch (attempt) {
                  case 1 -> new Attempt.Later<>(Duration.ofMillis(300), "busy");
                  case 2 -> throw new IllegalStateException("reset by peer");
                  default -> new Attempt.Answered<>("at last");
                });
    service.send(new Ask("k", 1));

    await().atMost(TestService.LONG).until(() -> heard.size() == 1);
    assertThat(called).hasSize(3);
    assertThat(concluded).containsExactly("at last");
  }

  @Test
  void aCallWhoseTimeIsOverIsNotMadeAgainAndItsReactionHearsOfIt() throws Exception {
    time = Duration.ofMillis(700);
    TestService service = start(_ -> new Attempt.Later<>(Duration.ofMillis(100), "busy"));
    service.send(new Ask("k", 1));

    await().atMost(TestService.LONG).until(() -> heard.size() == 1);
    assertThat(heard.element().body()).isEqualTo(new Said("k", 1, "no answer in time"));
    assertThat(pending(service)).isZero();
    assertThat(concluded).isEmpty();
    await().atMost(TestService.LONG).until(() -> counted(service, "dropped") == 1);
  }

  @Test
  void aConclusionThatFailsIsTriedAgainWithoutAnotherCall() throws Exception {
    failingConclusions = 2;
    TestService service = start(_ -> new Attempt.Answered<>("yes"));
    service.send(new Ask("k", 1));

    await().atMost(TestService.LONG).until(() -> heard.size() == 1);
    assertThat(called).hasSize(1);
    assertThat(concluded).hasSize(3);
  }

  @Test
  void aCallThatWasTakenOverIsConcludedOnceAndByItsNewOwner() throws Exception {
    CountDownLatch firstIsCalling = new CountDownLatch(1);
    CountDownLatch firstMayReturn = new CountDownLatch(1);
    TestService service =
        start(
            attempt -> {
              if (attempt > 1) {
                return new Attempt.Answered<>("of the new owner");
              }
              firstIsCalling.countDown();
              awaitUninterruptibly(firstMayReturn);
              return new Attempt.Answered<>("of the old owner");
            });
    service.send(new Ask("k", 1));
    firstIsCalling.await();
    takeOver(service, Duration.ofMinutes(1));
    firstMayReturn.countDown();
    await().atMost(TestService.LONG).until(() -> counted(service, "overtaken") == 1);
    assertThat(heard).isEmpty();

    takeOver(service, Duration.ofSeconds(-1));

    await().atMost(TestService.LONG).until(() -> heard.size() == 1);
    assertThat(heard.element().body().text()).isEqualTo("of the new owner");
    assertThat(pending(service)).isZero();
  }

  /** Another copy claims it, and holds it for so long. */
  private static void takeOver(TestService service, Duration lease) {
    service
        .jdbc()
        .sql(
            """
            update messaging.intent
               set claim = gen_random_uuid(), claimed_until = now() + make_interval(secs => ?)
            """)
        .param(lease.toSeconds())
        .update();
  }

  @Test
  void aCallThatTakesLongIsNotTakenOverWhileItsCopyLives() throws Exception {
    CountDownLatch mayReturn = new CountDownLatch(1);
    TestService service =
        start(
            attempt -> {
              awaitUninterruptibly(mayReturn);
              return new Attempt.Answered<>("slowly");
            });
    service.send(new Ask("k", 1));
    await().atMost(TestService.LONG).until(() -> !called.isEmpty());
    Instant lease = claimedUntil(service);

    // Two renewals later the first lease would be nearly over.
    await()
        .atMost(TestService.LONG)
        .until(() -> claimedUntil(service).isAfter(lease.plusSeconds(2)));
    mayReturn.countDown();

    await().atMost(TestService.LONG).until(() -> heard.size() == 1);
    assertThat(called).hasSize(1);
  }

  @Test
  void aProcessKilledWhileItCallsIsReplacedByAnotherCopy() throws Exception {
    assertThat(
            OwnProcess.run(
                KilledWhileCalling.class,
                database.url(),
                database.user(),
                database.password(),
                wire.kafka(),
                String.valueOf(wire.number())))
        .isEqualTo(OwnProcess.KILLED);

    TestService service = start(_ -> new Attempt.Answered<>("instead"));

    await().atMost(TestService.LONG).until(() -> heard.size() == 1);
    assertThat(called).containsExactly(1);
    assertThat(concluded).containsExactly("instead");
    assertThat(pending(service)).isZero();
  }

  private static long pending(TestService service) {
    return service.count("select count(*) from messaging.intent");
  }

  private static Instant claimedUntil(TestService service) {
    return service
        .jdbc()
        .sql("select claimed_until from messaging.intent")
        .query(OffsetDateTime.class)
        .single()
        .toInstant();
  }

  private static double counted(TestService service, String outcome) {
    var timer =
        service.bean(MeterRegistry.class).find("messaging.calls").tag("outcome", outcome).timer();
    return timer == null ? 0 : timer.count();
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
