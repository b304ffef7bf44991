package dev.bricklayer.sandbox;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;

/**
 * Runs a main class in a process that must not outlive the one that started it: it holds the other
 * end of this process's standard input, and when that is closed, by whatever death, this process
 * halts.
 */
final class BoundToParent {

  private BoundToParent() {}

  public static void main(String[] arguments) throws ReflectiveOperationException {
    Thread.ofPlatform().daemon().name("watches-parent").start(BoundToParent::haltWithParent);
    try {
      Class.forName(arguments[0])
          .getMethod("main", String[].class)
          .invoke(null, (Object) Arrays.copyOfRange(arguments, 1, arguments.length));
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  private static void haltWithParent() {
    try {
      while (System.in.read() >= 0) {
        // Nobody writes; only the end counts.
      }
    } catch (IOException alsoTheEnd) {
      // A stream that cannot be read any more has lost its other end.
    }
    Runtime.getRuntime().halt(1);
  }
}
