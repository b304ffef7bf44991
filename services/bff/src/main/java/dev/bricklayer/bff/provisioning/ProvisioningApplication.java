package dev.bricklayer.bff.provisioning;

import dev.bricklayer.bff.BffApplication;
import dev.bricklayer.chassis.ServiceApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.util.IdGenerator;
import org.springframework.util.JdkIdGenerator;

/**
 * The part of the bff that provisions and examines, without HTTP and Kafka: for the launcher,
 * beside a bff that runs or while none does. It takes the bff's settings and database.
 *
 * <p>Not annotated as a configuration, or the bff would find and take it.
 */
@ComponentScan(
    basePackages = {
      "dev.bricklayer.bff.installation",
      "dev.bricklayer.bff.provisioning",
      "dev.bricklayer.bff.doctor"
    },
    excludeFilters =
        @ComponentScan.Filter(
            type = FilterType.ASSIGNABLE_TYPE,
            classes = ProvisionRegularly.class))
@ConfigurationPropertiesScan({"dev.bricklayer.bff.installation", "dev.bricklayer.bff.provisioning"})
@ImportAutoConfiguration({
  PropertyPlaceholderAutoConfiguration.class,
  DataSourceAutoConfiguration.class,
  JdbcTemplateAutoConfiguration.class,
  JdbcClientAutoConfiguration.class,
  FlywayAutoConfiguration.class
})
public class ProvisioningApplication {

  /** The application, ready to run. Its beans of note: {@link Provisioner}, and the doctor's. */
  public static SpringApplicationBuilder application() {
    return ServiceApplication.of(ProvisioningApplication.class, BffApplication.NAME)
        .web(WebApplicationType.NONE);
  }

  @Bean
  IdGenerator idGenerator() {
    return new JdkIdGenerator();
  }
}
