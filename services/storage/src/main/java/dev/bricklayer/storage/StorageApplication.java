package dev.bricklayer.storage;

import dev.bricklayer.chassis.ServiceApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The storage service: sealed credentials and jobs. It holds ciphertext and can open none. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class StorageApplication {

  /** Runs the service with settings from arguments and environment. */
  public static void main(String[] arguments) {
    application().run(arguments);
  }

  /** The service, ready to run, alone or beside others in one process. */
  public static SpringApplicationBuilder application() {
    return ServiceApplication.of(StorageApplication.class, "storage");
  }
}
