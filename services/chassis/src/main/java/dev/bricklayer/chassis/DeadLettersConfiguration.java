package dev.bricklayer.chassis;

import dev.bricklayer.messaging.DeadLetters;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Each service's dead letters, told to and asked for by whoever looks after all of them. */
@AutoConfiguration(after = ChassisConfiguration.class)
class DeadLettersConfiguration {

  private static final String SERVICE = "${spring.application.name:}";

  @Bean
  AnnounceDeadLetters announceDeadLetters(@Value(SERVICE) String service) {
    return new AnnounceDeadLetters(service);
  }

  @Bean
  HandleLetterOnRetryLetter handleLetterOnRetryLetter(
      @Value(SERVICE) String service, ObjectProvider<DeadLetters> letters, Clock clock) {
    return new HandleLetterOnRetryLetter(service, letters, clock);
  }

  @Bean
  DropLetterOnDiscardLetter dropLetterOnDiscardLetter(
      @Value(SERVICE) String service, ObjectProvider<DeadLetters> letters) {
    return new DropLetterOnDiscardLetter(service, letters);
  }
}
