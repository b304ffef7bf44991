package dev.bricklayer.simulator.faults;

import java.time.Duration;

/**
 * One kind of misbehaviour: which calls, when, what, how often.
 *
 * <pre>{@code
 * Fault.on("POST", "/api/v4/posts").after(new Effect.Reset()).times(3)
 * Fault.on("", "/api/v4").before(new Effect.Fail(503)).withProbability(0.1)
 * }</pre>
 *
 * @param method such as {@code POST}; empty for every method
 * @param path the beginning of the path; empty for every path
 * @param moment when
 * @param effect what
 * @param times how many calls it hits; {@link #ALWAYS} for all
 * @param probability for each call, from 0 to 1
 */
public record Fault(
    String method, String path, Moment moment, Effect effect, int times, double probability) {

  /** Goes on until cleared. */
  public static final int ALWAYS = Integer.MAX_VALUE;

  /**
   * Checks that it can happen.
   *
   * @throws IllegalArgumentException for a fault that never could
   */
  public Fault {
    if (moment == Moment.INSIDE && !(effect instanceof Effect.Delay)) {
      throw new IllegalArgumentException("Inside a call only a delay can happen");
    }
    if (times < 1 || !(probability > 0 && probability <= 1)) {
      throw new IllegalArgumentException("A fault happens at least once, with some probability");
    }
  }

  /** Begins a fault on calls of a method (empty: any) whose path begins so (empty: any). */
  public static Calls on(String method, String path) {
    return new Calls(method, path);
  }

  /** Which calls; what happens to them comes next. */
  public record Calls(String method, String path) {

    public Fault before(Effect effect) {
      return new Fault(method, path, Moment.BEFORE, effect, ALWAYS, 1);
    }

    public Fault after(Effect effect) {
      return new Fault(method, path, Moment.AFTER, effect, ALWAYS, 1);
    }

    /** The post takes this long to be made. */
    public Fault inside(Duration delay) {
      return new Fault(method, path, Moment.INSIDE, new Effect.Delay(delay), ALWAYS, 1);
    }
  }

  public Fault times(int times) {
    return new Fault(method, path, moment, effect, times, probability);
  }

  public Fault withProbability(double probability) {
    return new Fault(method, path, moment, effect, times, probability);
  }

  boolean concerns(String method, String path) {
    return (this.method.isEmpty() || this.method.equals(method)) && path.startsWith(this.path);
  }
}
