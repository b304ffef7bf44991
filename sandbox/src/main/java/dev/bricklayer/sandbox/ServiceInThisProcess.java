package dev.bricklayer.sandbox;

import dev.bricklayer.chassis.ServiceApplication;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.DefaultResourceLoader;

/** A service in an application context of its own, seeing nothing of the others. */
final class ServiceInThisProcess implements RunningService {

  private final ConfigurableApplicationContext context;

  private ServiceInThisProcess(ConfigurableApplicationContext context) {
    this.context = context;
  }

  static ServiceInThisProcess start(ServiceSettings settings) throws ClassNotFoundException {
    ServiceName service = settings.service();
    ClassLoader view =
        new ClassPathView(
            service.text(),
            ServiceClassPath.of(service),
            ServiceInThisProcess.class.getClassLoader());
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(view);
    try {
      return new ServiceInThisProcess(
          ServiceApplication.of(view.loadClass(service.mainClass()), service.text())
              .resourceLoader(new DefaultResourceLoader(view))
              .registerShutdownHook(false)
              .initializers(context -> put(context, settings.environment()))
              .run());
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** Where the real environment stands, and stronger. */
  private static void put(ConfigurableApplicationContext context, Map<String, String> settings) {
    context
        .getEnvironment()
        .getPropertySources()
        .addBefore(
            StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
            new SystemEnvironmentPropertySource("sandbox-systemEnvironment", Map.copyOf(settings)));
  }

  /** For the test that compares it with the service alone. */
  ConfigurableApplicationContext context() {
    return context;
  }

  @Override
  public void checkAlive() {
    // It lives as long as this process does.
  }

  @Override
  public void close() {
    context.close();
  }
}
