package dev.bricklayer.chassis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/**
 * Begins every service: a Spring application that finds its settings and migrations under its own
 * name, so that several services can live on one class path, and that has the defaults of {@code
 * chassis.properties} where neither its own {@code bricklayer-<name>.yaml} nor the environment says
 * otherwise.
 */
public final class ServiceApplication {

  /**
   * How long ago, in milliseconds, a connection may have been used to be lent without asking the
   * server whether it is still there: a question before each transaction of a service that has
   * little to do. A server that was restarted meanwhile costs an error, as one does that is
   * restarted now, and whoever can tries again. The pool takes this from the system only.
   */
  private static final String LENT_UNASKED = "com.zaxxer.hikari.aliveBypassWindowMs";

  static {
    System.getProperties().putIfAbsent(LENT_UNASKED, "5000");
  }

  private ServiceApplication() {}

  /**
   * A service that is ready to run.
   *
   * @param application its {@code @SpringBootApplication}
   * @param name one lower-case word: it names the settings file, the migrations ({@code
   *     classpath:db/<name>}), the consumer group, and the service in logs and metrics
   */
  public static SpringApplicationBuilder of(Class<?> application, String name) {
    Properties defaults = chassisProperties();
    defaults.setProperty("spring.application.name", name);
    defaults.setProperty("spring.config.name", "bricklayer-" + name);
    return new SpringApplicationBuilder(application)
        .bannerMode(Banner.Mode.OFF)
        .logStartupInfo(false)
        .properties(defaults)
        .listeners(new RequiredSettings());
  }

  private static Properties chassisProperties() {
    try {
      return PropertiesLoaderUtils.loadProperties(new ClassPathResource("chassis.properties"));
    } catch (IOException e) {
      throw new UncheckedIOException("chassis.properties is missing from the class path", e);
    }
  }
}
