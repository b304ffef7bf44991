package dev.bricklayer.storage;

import dev.bricklayer.contracts.saga.Service;
import dev.bricklayer.embedded.DatabaseAccess;
import dev.bricklayer.testkit.TestBroker;
import dev.bricklayer.testkit.TestDatabase;
import dev.bricklayer.testkit.saga.ServiceUnderScript;
import org.springframework.context.ConfigurableApplicationContext;

/** A storage that runs as in real life, seen from outside. */
public final class StorageUnderTest {

  private final ConfigurableApplicationContext context;
  private final ServiceUnderScript script;

  private StorageUnderTest(String kafka, DatabaseAccess database) {
    this.context =
        StorageApplication.application()
            .run(
                "--server.port=0",
                "--bricklayer.database.url=" + database.url(),
                "--bricklayer.database.user=" + database.user(),
                "--bricklayer.database.password=" + database.password(),
                "--bricklayer.kafka=" + kafka);
    this.script = ServiceUnderScript.of(Service.STORAGE, kafka, database);
  }

  /** One for all tests that only talk to it; it ends with the JVM. */
  public static StorageUnderTest shared() {
    return Shared.STORAGE;
  }

  private static StorageUnderTest on(String kafka, DatabaseAccess database) {
    return new StorageUnderTest(kafka, database);
  }

  private static final class Shared {
    static final StorageUnderTest STORAGE =
        on(TestBroker.bootstrapServers(), TestDatabase.fresh("storage"));
  }

  public ServiceUnderScript script() {
    return script;
  }

  public ConfigurableApplicationContext context() {
    return context;
  }
}
