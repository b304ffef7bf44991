package dev.bricklayer.engine;

import dev.bricklayer.chassis.ServiceApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The engine service: running jobs, from the next firing to the post. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class EngineApplication {

  /** Runs the service with settings from arguments and environment. */
  public static void main(String[] arguments) {
    application().run(arguments);
  }

  /** The service, ready to run, alone or beside others in one process. */
  public static SpringApplicationBuilder application() {
    return ServiceApplication.of(EngineApplication.class, "engine");
  }
}
