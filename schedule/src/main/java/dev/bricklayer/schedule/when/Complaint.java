package dev.bricklayer.schedule.when;

import java.util.List;

/**
 * Why there is no schedule.
 *
 * @param arguments of the reason's sentence
 */
record Complaint(Reason reason, List<Object> arguments) {

  static Complaint of(Reason reason, Object... arguments) {
    return new Complaint(reason, List.of(arguments));
  }
}
