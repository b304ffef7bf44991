package dev.bricklayer.bff.world;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Settings as a service that runs alone gets them: from environment variables. */
public final class FromEnvironment {

  private FromEnvironment() {}

  /** The settings of a class, bound as Spring Boot binds them. */
  public static <T> T settings(Class<T> type, Map<String, Object> variables) {
    MutablePropertySources sources = new MutablePropertySources();
    sources.addFirst(
        new SystemEnvironmentPropertySource(
            StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables));
    String prefix = type.getAnnotation(ConfigurationProperties.class).value();
    return new Binder(ConfigurationPropertySources.from(sources)).bindOrCreate(prefix, type);
  }
}
