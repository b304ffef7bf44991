package dev.bricklayer.sandbox;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.DefaultResourceLoader;

/** A service in an application context of its own, seeing nothing of the others. */
final class ServiceInThisProcess implements RunningService {

  private final ConfigurableApplicationContext context;

  private ServiceInThisProcess(ConfigurableApplicationContext context) {
    this.context = context;
  }

  static ServiceInThisProcess start(ServiceSettings settings) {
    ServiceName service = settings.service();
    ClassLoader here = ServiceInThisProcess.class.getClassLoader();
    return start(settings, new ClassPathView(service.text(), ServiceClassPath.of(service), here));
  }

  /** With another view, for the test that shows what the right one is good for. */
  static ServiceInThisProcess start(ServiceSettings settings, ClassLoader view) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(view);
    try {
      return new ServiceInThisProcess(
          settings
              .service()
              .application()
              .resourceLoader(new DefaultResourceLoader(view))
              .registerShutdownHook(false)
              .listeners(new SettingsAsEnvironment(settings.environment()))
              .run());
    } finally {
      thread.setContextClassLoader(before);
    }
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
