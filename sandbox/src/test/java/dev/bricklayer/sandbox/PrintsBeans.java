package dev.bricklayer.sandbox;

import org.springframework.boot.builder.SpringApplicationBuilder;

/** Runs a service as its own main class does, prints the names of its beans, and ends. */
public final class PrintsBeans {

  static final String MARK = "bean: ";

  private PrintsBeans() {}

  public static void main(String[] arguments) throws Exception {
    Class<?> service = Class.forName(arguments[0]);
    var application = (SpringApplicationBuilder) service.getMethod("application").invoke(null);
    try (var context = application.run()) {
      for (String name : context.getBeanDefinitionNames()) {
        System.out.println(MARK + name);
      }
    }
    System.exit(0);
  }
}
