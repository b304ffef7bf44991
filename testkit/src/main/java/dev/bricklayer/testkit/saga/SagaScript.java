package dev.bricklayer.testkit.saga;

import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.SagaId;
import dev.bricklayer.testkit.saga.ServiceUnderScript.Delivery;
import dev.bricklayer.testkit.saga.Wire.Heard;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One run of a saga as one service lives it.
 *
 * <pre>{@code
 * constructor.run(CreateBotSaga.MAP)
 *     .given(createBot)
 *     .when(jobActivated)
 *     .then(botActivated, stateActive)
 *     .whenDeliveredAgain()
 *     .thenNothing();
 * }</pre>
 *
 * <p>{@code then} names everything the service says, on all topics; one message more or less fails.
 */
public final class SagaScript {

  private final ServiceUnderScript service;
  private final String saga;
  private final SagaId sagaId;
  private @Nullable Message latest;
  private @Nullable Delivery delivery;
  private int answeredBefore;

  SagaScript(ServiceUnderScript service, String saga, SagaId sagaId) {
    this.service = service;
    this.saga = saga;
    this.sagaId = sagaId;
  }

  /** The run's id, as it stands in the headers. */
  public SagaId sagaId() {
    return sagaId;
  }

  /** All this has happened: heard and answered, whatever the answers were. */
  public SagaScript given(Message... messages) {
    for (Message message : messages) {
      when(message).awaitThrough();
    }
    return this;
  }

  /** Kafka has this for the service. Whether it has heard it yet is for what follows to say. */
  public SagaScript when(Message message) {
    latest = message;
    answeredBefore = 0;
    deliver(Wire.newMessageId());
    return this;
  }

  /**
   * The service hears this while it still owes a call: a script of its own for the same run, so
   * that this one can go on with what becomes of the call.
   */
  public SagaScript alsoWhen(Message message) {
    return new SagaScript(service, saga, sagaId).when(message);
  }

  /** Kafka delivers the very same message once more. */
  public SagaScript whenDeliveredAgain() {
    UUID sameId = awaitThrough();
    answeredBefore = service.answersTo(sameId).size();
    deliver(sameId);
    return this;
  }

  /** Somebody says the same once more: another message of the same content. */
  public SagaScript whenSaidAgain() {
    return when(said());
  }

  /** The service has said exactly this since, in whatever order. */
  public SagaScript then(Message... expected) {
    compare(List.of(expected), answers());
    return this;
  }

  /** All that the service has said since, where a script cannot know it beforehand. */
  public List<Message> answers() {
    List<Heard> answers = service.answersTo(awaitThrough());
    List<Heard> fresh = answers.subList(answeredBefore, answers.size());
    fresh.forEach(this::checkEnvelope);
    return fresh.stream().map(Heard::message).toList();
  }

  /** The service has said nothing since, and will not. */
  public SagaScript thenNothing() {
    return then();
  }

  /** The service has said nothing yet, and owes a call to the outside. */
  public SagaScript thenItWaits() {
    service.awaitHeard(delivery());
    UUID messageId = delivery().messageId();
    if (!service.callOpen(messageId)) {
      throw new AssertionError("no call is owed for " + said());
    }
    compare(List.of(), service.answersTo(messageId).stream().map(Heard::message).toList());
    return this;
  }

  private void deliver(UUID messageId) {
    delivery = service.send(messageId, saga, sagaId, said());
  }

  /** The service is done with the latest message and with the call it led to. */
  private UUID awaitThrough() {
    service.awaitHeard(delivery());
    service.awaitSettled(delivery().messageId());
    return delivery().messageId();
  }

  private void checkEnvelope(Heard answer) {
    if (!sagaId.toString().equals(answer.sagaId())) {
      throw new AssertionError(answer.message() + " names the saga " + answer.sagaId());
    }
    if (!answer.message().key().equals(answer.key())) {
      throw new AssertionError(answer.message() + " travels under the key " + answer.key());
    }
  }

  private void compare(List<Message> expected, List<Message> actual) {
    List<Message> missing = new ArrayList<>(expected);
    actual.forEach(missing::remove);
    List<Message> surplus = new ArrayList<>(actual);
    expected.forEach(surplus::remove);
    if (!missing.isEmpty() || !surplus.isEmpty()) {
      throw new AssertionError(
          "upon %s%n  not said: %s%n  said too much: %s".formatted(said(), missing, surplus));
    }
  }

  private Message said() {
    if (latest == null) {
      throw new IllegalStateException("the script has no when yet");
    }
    return latest;
  }

  private Delivery delivery() {
    if (delivery == null) {
      throw new IllegalStateException("the script has no when yet");
    }
    return delivery;
  }
}
