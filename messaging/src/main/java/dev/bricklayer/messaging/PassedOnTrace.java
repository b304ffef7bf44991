package dev.bricklayer.messaging;

import java.util.Map;
import java.util.function.Supplier;

/**
 * Without a tracer in the application: the context that came with a message goes out again with
 * those that it leads to, so that the services before and after still see one trace.
 */
final class PassedOnTrace implements Trace {

  private static final ScopedValue<Map<String, String>> HERE = ScopedValue.newInstance();

  @Override
  public Map<String, String> current() {
    return HERE.orElse(Map.of());
  }

  @Override
  public <T> T continuing(Map<String, String> headers, String what, Supplier<T> work) {
    return ScopedValue.where(HERE, headers).call(work::get);
  }
}
