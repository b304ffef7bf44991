package dev.bricklayer.engine.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DueProducerTest {

  private static final ProducerRecord<String, String> RECORD =
      new ProducerRecord<>(OccurrenceDue.TOPIC, "bot", "occurrence");

  private final List<MockProducer<String, String>> made = new ArrayList<>();
  private final List<@Nullable Exception> answers = new ArrayList<>();
  private final DueProducer producer = new DueProducer(this::make);

  @Test
  void anotherTakesThePlaceOfOneThatWillNeverSendAgain() {
    RuntimeException refused = new ClusterAuthorizationException("not now");
    producer.send(RECORD, answers::add);
    producer.send(RECORD, answers::add);

    made.getFirst().errorNext(refused);
    made.getFirst().errorNext(refused);
    producer.send(RECORD, answers::add);
    made.getLast().completeNext();

    assertThat(answers).containsExactly(refused, refused, null);
    assertThat(made).hasSize(2);
    await().until(made.getFirst()::closed);
    assertThat(made.getLast().closed()).isFalse();
  }

  @Test
  void anotherTakesThePlaceOfOneThatWasClosed() {
    made.getFirst().close();

    assertThatThrownBy(() -> producer.send(RECORD, answers::add))
        .isInstanceOf(IllegalStateException.class);
    producer.send(RECORD, answers::add);
    made.getLast().completeNext();

    assertThat(answers).containsOnlyNulls().hasSize(1);
  }

  @Test
  void oneThatKafkaKeptWaitingStays() {
    producer.send(RECORD, answers::add);

    made.getFirst().errorNext(new TimeoutException("away"));

    assertThat(answers).hasSize(1).doesNotContainNull();
    assertThat(made).hasSize(1);
  }

  @Test
  void noneIsMadeForWhatClosingGivesUp() {
    producer.send(RECORD, answers::add);

    producer.close(Duration.ZERO);
    made.getFirst().errorNext(new KafkaException("closed forcefully"));

    assertThat(answers).hasSize(1).doesNotContainNull();
    assertThat(made).hasSize(1);
  }

  private Producer<String, String> make() {
    MockProducer<String, String> another =
        new MockProducer<>(false, null, new StringSerializer(), new StringSerializer());
    made.add(another);
    return another;
  }
}
