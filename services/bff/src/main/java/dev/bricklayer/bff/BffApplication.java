package dev.bricklayer.bff;

import dev.bricklayer.chassis.ServiceApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The bff: takes what people and programs ask for and tells them how it ended. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class BffApplication {

  /** The service's name: of its settings file, migrations and consumer group. */
  public static final String NAME = "bff";

  /** Runs it alone; settings come from the environment. */
  public static void main(String[] arguments) {
    application().run(arguments);
  }

  /** The application, ready to run, for whoever starts it beside others. */
  public static SpringApplicationBuilder application() {
    return ServiceApplication.of(BffApplication.class, NAME);
  }
}
