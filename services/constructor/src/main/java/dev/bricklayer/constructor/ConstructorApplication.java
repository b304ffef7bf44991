package dev.bricklayer.constructor;

import dev.bricklayer.chassis.ServiceApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The constructor service: the life of bots, their names, quotas and credentials. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class ConstructorApplication {

  /** Runs the service with settings from arguments and environment. */
  public static void main(String[] arguments) {
    application().run(arguments);
  }

  /** The service, ready to run, alone or beside others in one process. */
  public static SpringApplicationBuilder application() {
    return ServiceApplication.of(ConstructorApplication.class, "constructor");
  }
}
