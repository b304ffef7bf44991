/** Occurrences and the ledger that holds them, one partition a day. */
@NullMarked
package dev.bricklayer.engine.ledger;

import org.jspecify.annotations.NullMarked;
