package dev.bricklayer.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import dev.bricklayer.embedded.DatabaseAccess;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import tools.jackson.databind.json.JsonMapper;

/**
 * The least that could do what create-bot does: as many commits, as many Kafka hops, the same calls
 * to Mattermost, one after the other, on the same servers; without outbox, inbox, decisions, JSON
 * or HTTP in front. Nothing of it survives a fault.
 */
final class RawChain implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String ME = "/api/v4/users/me";
  private static final String CHANNEL = "/api/v4/teams/name/acme/channels/name/release";
  private static final String PAYLOAD = "x".repeat(900);
  private static final Duration POLL = Duration.ofMillis(100);

  /** One of the topics beside which it runs: its own have as many partitions. */
  private static final String OURS = "constructor.bot.commands";

  /** What happens where a message of the chain arrives: commits and calls, in this order. */
  private record Station(int commitsBefore, List<String> calls, int commitsAfter) {}

  private final List<Station> stations;
  private final HikariDataSource database;
  private final KafkaProducer<String, String> producer;
  private final List<KafkaConsumer<String, String>> consumers;
  private final ExecutorService work = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, CompletableFuture<Void>> ends = new ConcurrentHashMap<>();
  private final HttpClient http = HttpClient.newBuilder().executor(work).build();
  private final URI mattermost;
  private final String botToken;

  RawChain(DatabaseAccess access, String bootstrapServers, URI mattermost, String botToken)
      throws Exception {
    this.mattermost = mattermost;
    this.botToken = botToken;
    this.stations =
        List.of(
            new Station(1, List.of(ME), 1), // constructor: CreateBot
            new Station(1, List.of(), 0), // storage: BotReserved
            new Station(1, lookAtChannel(), 1), // engine: JobStored
            new Station(1, List.of(), 0), // storage: JobPlanned
            new Station(1, List.of(), 0), // constructor: JobActivated
            new Station(1, List.of(), 0)); // bff: BotActivated
    this.database = pool(access);
    createTable();
    createTopics(bootstrapServers);
    this.producer = new KafkaProducer<>(producing(bootstrapServers));
    this.consumers =
        IntStream.range(0, stations.size()).mapToObj(i -> listen(i, bootstrapServers)).toList();
  }

  /** One run through the chain; returns at its end. */
  void run(String key) throws Exception {
    CompletableFuture<Void> end = new CompletableFuture<>();
    ends.put(key, end);
    commit(key);
    send(0, key);
    end.get(30, TimeUnit.SECONDS);
  }

  private void arrived(int number, ConsumerRecord<String, String> record) {
    Station station = stations.get(number);
    try {
      for (int i = 0; i < station.commitsBefore(); i++) {
        commit(record.key());
      }
      for (String call : station.calls()) {
        call(call);
      }
      for (int i = 0; i < station.commitsAfter(); i++) {
        commit(record.key());
      }
      if (number + 1 < stations.size()) {
        send(number + 1, record.key());
      } else {
        end(record.key()).complete(null);
      }
    } catch (Exception e) {
      end(record.key()).completeExceptionally(e);
    }
  }

  private CompletableFuture<Void> end(String key) {
    return ends.getOrDefault(key, new CompletableFuture<>());
  }

  private void commit(String key) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement insert =
            connection.prepareStatement("insert into raw_step (key, payload) values (?, ?)")) {
      insert.setString(1, key);
      insert.setString(2, PAYLOAD);
      insert.executeUpdate();
    }
  }

  /** What the engine asks about a channel that is named by team and name. */
  private List<String> lookAtChannel() throws Exception {
    String me = JSON.readTree(call(ME)).path("id").asString();
    String channel = JSON.readTree(call(CHANNEL)).path("id").asString();
    return List.of(CHANNEL, "/api/v4/channels/%s/members/%s".formatted(channel, me));
  }

  private String call(String path) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(mattermost.resolve(path))
            .header("Authorization", "Bearer " + botToken)
            .build();
    HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(path + " answered " + answer.statusCode());
    }
    return answer.body();
  }

  private void send(int station, String key) {
    var _ =
        producer.send(
            new ProducerRecord<>(topic(station), key, PAYLOAD),
            (_, failure) -> {
              if (failure != null) {
                end(key).completeExceptionally(failure);
              }
            });
  }

  private KafkaConsumer<String, String> listen(int station, String bootstrapServers) {
    KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(consuming(bootstrapServers, station));
    consumer.subscribe(List.of(topic(station)));
    CompletableFuture<Void> assigned = new CompletableFuture<>();
    Thread.ofPlatform()
        .daemon()
        .name("raw-" + station)
        .start(() -> poll(consumer, station, assigned));
    assigned.join();
    return consumer;
  }

  private void poll(
      KafkaConsumer<String, String> consumer, int station, CompletableFuture<Void> assigned) {
    try (consumer) {
      while (true) {
        for (ConsumerRecord<String, String> record : consumer.poll(POLL)) {
          work.execute(() -> arrived(station, record));
        }
        consumer.commitAsync();
        if (!consumer.assignment().isEmpty()) {
          assigned.complete(null);
        }
      }
    } catch (WakeupException closed) {
      // The end: close() woke it.
    }
  }

  private void createTable() throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "create table if not exists raw_step (id bigserial primary key, key text, payload text)");
    }
  }

  private void createTopics(String bootstrapServers) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
      int partitions = partitionsOf(admin, OURS);
      admin
          .createTopics(
              IntStream.range(0, stations.size())
                  .mapToObj(station -> new NewTopic(topic(station), partitions, (short) 1))
                  .toList())
          .all()
          .get(30, TimeUnit.SECONDS);
    }
  }

  private static int partitionsOf(Admin admin, String topic) throws Exception {
    return admin
        .describeTopics(List.of(topic))
        .allTopicNames()
        .get(30, TimeUnit.SECONDS)
        .values()
        .stream()
        .mapToInt(found -> found.partitions().size())
        .sum();
  }

  private static String topic(int station) {
    return "raw.chain." + station;
  }

  private static HikariDataSource pool(DatabaseAccess access) {
    HikariDataSource pool = new HikariDataSource();
    pool.setJdbcUrl(access.url());
    pool.setUsername(access.user());
    pool.setPassword(access.password());
    pool.setMaximumPoolSize(20);
    return pool;
  }

  private static Properties producing(String bootstrapServers) {
    Properties settings = new Properties();
    settings.put("bootstrap.servers", bootstrapServers);
    settings.put("linger.ms", 0);
    settings.put("acks", "all");
    settings.put("key.serializer", StringSerializer.class.getName());
    settings.put("value.serializer", StringSerializer.class.getName());
    return settings;
  }

  private static Properties consuming(String bootstrapServers, int station) {
    Properties settings = new Properties();
    settings.put("bootstrap.servers", bootstrapServers);
    settings.put("group.id", "raw-" + station);
    settings.put("auto.offset.reset", "earliest");
    settings.put("enable.auto.commit", false);
    settings.put("key.deserializer", StringDeserializer.class.getName());
    settings.put("value.deserializer", StringDeserializer.class.getName());
    return settings;
  }

  @Override
  public void close() {
    consumers.forEach(KafkaConsumer::wakeup);
    producer.close();
    work.close();
    http.close();
    database.close();
  }
}
