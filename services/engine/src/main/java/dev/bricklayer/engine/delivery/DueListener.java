package dev.bricklayer.engine.delivery;

import dev.bricklayer.engine.ledger.Occurrence;
import dev.bricklayer.engine.publish.OccurrenceDue;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Brings due occurrences from Kafka to the senders of this copy. */
@Component
class DueListener implements BatchMessageListener<String, byte[]> {

  private static final Logger log = LoggerFactory.getLogger(DueListener.class);

  private final DeliverOccurrences deliver;
  private final JsonMapper json;
  private final DeliveryMeters meters;

  DueListener(DeliverOccurrences deliver, JsonMapper json, DeliveryMeters meters) {
    this.deliver = deliver;
    this.json = json;
    this.meters = meters;
  }

  @Override
  public void onMessage(List<ConsumerRecord<String, byte[]>> records) {
    try {
      deliver.deliver(
          records.stream().flatMap(record -> read(record).stream()).distinct().toList());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while occurrences waited for a sender", e);
    }
  }

  /** Nothing is lost with a record that cannot be read: its occurrence is still READY. */
  private Optional<Occurrence> read(ConsumerRecord<String, byte[]> record) {
    try {
      return Optional.of(json.readValue(record.value(), OccurrenceDue.class).occurrence());
    } catch (JacksonException e) {
      meters.unreadable();
      log.error(
          "a due occurrence cannot be read ({}-{}@{}); the leader hands it out again from the ledger",
          record.topic(),
          record.partition(),
          record.offset(),
          e);
      return Optional.empty();
    }
  }
}
