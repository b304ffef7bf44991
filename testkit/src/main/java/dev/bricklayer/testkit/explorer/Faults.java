package dev.bricklayer.testkit.explorer;

/**
 * The bound of an exploration: how often each fault may happen within one history.
 *
 * @param redeliveries a service dies after its commit and before Kafka knows: it hears the message
 *     again
 * @param resends a service dies after sending and before it has noted that: the message is sent
 *     again
 * @param unheardAnswers the outside has answered and the service dies before it has noted the
 *     answer
 * @param deadlines the initiator's deadline passes, and passes again
 */
public record Faults(int redeliveries, int resends, int unheardAnswers, int deadlines) {

  Faults withoutRedelivery() {
    return new Faults(redeliveries - 1, resends, unheardAnswers, deadlines);
  }

  Faults withoutResend() {
    return new Faults(redeliveries, resends - 1, unheardAnswers, deadlines);
  }

  Faults withoutUnheardAnswer() {
    return new Faults(redeliveries, resends, unheardAnswers - 1, deadlines);
  }

  Faults withoutDeadline() {
    return new Faults(redeliveries, resends, unheardAnswers, deadlines - 1);
  }
}
