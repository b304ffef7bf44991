package dev.bricklayer.bff.forms;

import java.util.Map;

/** A form before one person: what it asks them, and what comes of their answers. */
public interface OpenForm {

  /** What is shown, with what was filled in before. */
  Sheet sheet(FilledIn filledIn);

  /**
   * What is asked for by what was filled in.
   *
   * @throws dev.bricklayer.problems.Problem with all that is wrong with it, at pointers of the REST
   *     call that does the same
   */
  Wish read(FilledIn filledIn);

  /** Which field is to blame for what: its name, by the beginning of a pointer of that call. */
  Map<String, String> blame();
}
