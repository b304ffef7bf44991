package dev.bricklayer.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that owns both servers is killed (kill -9); the next one on the same data goes on. */
class KillOfTheOwnerTest {

  @Test
  void theNextProcessFindsEverythingAndEndsTheServerThatWasLeftOver(@TempDir Path directory)
      throws Exception {
    Owner.running(directory).kill();
    Postmaster leftOver = Postmaster.of(directory.resolve("postgres/data")).orElseThrow();

    try (var postgres = PostgresServer.start(directory.resolve("postgres"), 0);
        var kafka = KafkaBroker.start(directory.resolve("kafka"), 0, 0, Map.of())) {
      assertThat(leftOver.isAlive()).isFalse();
      DatabaseAccess access = postgres.createRoleAndDatabase("owned", "secret");
      assertThat(PostgresServerTest.query(access, "select text from fact")).isEqualTo("committed");
      assertThat(KafkaClients.read(kafka.bootstrapServers(), "facts", 1))
          .containsExactly("acknowledged");
    }
  }

  /** The main class of the process that is killed. */
  static final class Owner {

    private Owner() {}

    static OwnProcess running(Path directory) throws Exception {
      return OwnProcess.running(directory.resolve("owner.log"), Owner.class, directory);
    }

    public static void main(String[] arguments) throws Exception {
      Path directory = Path.of(arguments[0]);
      var postgres = PostgresServer.start(directory.resolve("postgres"), 0);
      var kafka = KafkaBroker.start(directory.resolve("kafka"), 0, 0, Map.of());
      DatabaseAccess access = postgres.createRoleAndDatabase("owned", "secret");
      PostgresServerTest.execute(access, "create table fact as select 'committed' as text");
      KafkaClients.createTopic(kafka.bootstrapServers(), "facts", 1);
      KafkaClients.send(kafka.bootstrapServers(), "facts", "acknowledged");
      OwnProcess.ready();
    }
  }
}
