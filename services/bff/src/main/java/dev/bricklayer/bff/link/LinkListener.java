package dev.bricklayer.bff.link;

import dev.bricklayer.contracts.link.LinkId;

/**
 * Hears how attempts to link go on, in whichever copy of the bff the answer comes to: what is
 * needed to tell it in the place where it began is to be kept in the database. At most one bean.
 */
public interface LinkListener {

  /**
   * Called once for each step, within the transaction that hears of it: write down what is to be
   * told, and tell it after the commit.
   */
  void heard(LinkId link, LinkStep step);
}
