package dev.bricklayer.user;

import dev.bricklayer.chassis.ServiceApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The user service: accounts, log-in, access tokens and the keys to check them by. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class UserApplication {

  /** Runs the service with settings from arguments and environment. */
  public static void main(String[] arguments) {
    application().run(arguments);
  }

  /** The service, ready to run, alone or beside others in one process. */
  public static SpringApplicationBuilder application() {
    return ServiceApplication.of(UserApplication.class, "user");
  }
}
