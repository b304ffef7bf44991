package dev.bricklayer.simulator.api;

import dev.bricklayer.simulator.world.User;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Who makes the call that runs: for events that tell who did it, where rows do not. */
final class Acting {

  private static final ScopedValue<String> USER_ID = ScopedValue.newInstance();

  private Acting() {}

  static <T> T as(@Nullable User caller, Supplier<T> work) {
    return caller == null ? work.get() : ScopedValue.where(USER_ID, caller.id()).call(work::get);
  }

  /** Empty where nobody has called. */
  static String userId() {
    return USER_ID.orElse("");
  }
}
