package dev.bricklayer.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.annotation.JsonDeserialize;

class MessageJsonTest {

  private static final AtomicInteger LEARNT = new AtomicInteger();

  @JsonDeserialize(using = Reading.class)
  record Greeting(String words) {}

  static final class Reading extends ValueDeserializer<Greeting> {

    Reading() {
      LEARNT.incrementAndGet();
    }

    @Override
    public Greeting deserialize(JsonParser json, DeserializationContext context) {
      return new Greeting(json.getValueAsString());
    }
  }

  @Test
  void whatItWasPreparedForIsReadWithoutLearningHow() {
    MessageJson json = new MessageJson();

    json.prepareFor(Greeting.class);

    assertThat(LEARNT).hasValue(1);
    assertThat(json.read("\"good morning\"".getBytes(StandardCharsets.UTF_8), Greeting.class))
        .isEqualTo(new Greeting("good morning"));
    assertThat(LEARNT).hasValue(1);
  }
}
