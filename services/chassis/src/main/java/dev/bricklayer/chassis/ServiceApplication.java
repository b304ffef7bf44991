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
