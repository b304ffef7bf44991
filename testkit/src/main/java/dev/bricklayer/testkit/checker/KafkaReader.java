package dev.bricklayer.testkit.checker;

import dev.bricklayer.contracts.Topic;
import dev.bricklayer.contracts.reminder.ReminderMissed;
import dev.bricklayer.contracts.reminder.ReminderPosted;
import dev.bricklayer.contracts.reminder.ReminderUndeliverable;
import dev.bricklayer.contracts.reminder.RunJobNow;
import dev.bricklayer.testkit.TopicContents;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What was told of reminders, and asked for, as far back as Kafka keeps it. */
public final class KafkaReader {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final String bootstrapServers;

  public KafkaReader(String bootstrapServers) {
    this.bootstrapServers = bootstrapServers;
  }

  /** All that was told of the ends of occurrences. */
  public List<News> news() {
    Map<UUID, News> news = new HashMap<>();
    read(
        Topic.ENGINE_REMINDER_EVENTS,
        (type, record) -> {
          UUID message = UUID.fromString(header(record, "ce_id"));
          News read = news(type, message, record.value());
          if (read != null) {
            news.put(message, read);
          }
        });
    return List.copyOf(news.values());
  }

  /** All runs that were asked for beside the schedule. */
  public List<Asked> asked() {
    Map<UUID, Asked> asked = new HashMap<>();
    read(
        Topic.ENGINE_JOB_COMMANDS,
        (type, record) -> {
          if (type.equals(RunJobNow.class.getSimpleName())) {
            RunJobNow run = JSON.readValue(record.value(), RunJobNow.class);
            asked.put(
                UUID.fromString(header(record, "ce_id")),
                new Asked(run.jobId().value(), run.plannedAt(), run.directTo() != null));
          }
        });
    return List.copyOf(asked.values());
  }

  /** Null for what is told of no occurrence. */
  private static @Nullable News news(String type, UUID message, byte[] body) {
    return switch (type) {
      case "ReminderPosted" -> {
        ReminderPosted it = JSON.readValue(body, ReminderPosted.class);
        News.Word word = new News.Word.Posted(it.postId());
        yield new News(message, it.jobId().value(), it.plannedAt(), it.manual(), word);
      }
      case "ReminderMissed" -> {
        ReminderMissed it = JSON.readValue(body, ReminderMissed.class);
        News.Word word = new News.Word.Missed(it.first(), it.count());
        yield new News(message, it.jobId().value(), it.plannedAt(), false, word);
      }
      case "ReminderUndeliverable" -> {
        ReminderUndeliverable it = JSON.readValue(body, ReminderUndeliverable.class);
        String code = it.code() == null ? null : it.code().word();
        News.Word word = new News.Word.Undeliverable(it.maybePosted(), code);
        yield new News(message, it.jobId().value(), it.plannedAt(), it.manual(), word);
      }
      default -> null;
    };
  }

  private void read(Topic topic, BiConsumer<String, ConsumerRecord<String, byte[]>> reader) {
    TopicContents.read(
        bootstrapServers,
        topic.wireName(),
        record -> reader.accept(header(record, "ce_type"), record));
  }

  private static String header(ConsumerRecord<String, byte[]> record, String name) {
    Header header = record.headers().lastHeader(name);
    if (header == null) {
      throw new IllegalStateException(record.topic() + " carries a record without " + name);
    }
    return new String(header.value(), StandardCharsets.UTF_8);
  }
}
