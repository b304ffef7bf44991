package dev.bricklayer.schedule.when;

/** One of the things that can be said. */
interface Phrase {

  /**
   * Takes its words and notes what was said.
   *
   * @return false when it does not stand here; what was taken and noted by then is given back and
   *     forgotten
   */
  boolean read(Cursor words, Said said);
}
