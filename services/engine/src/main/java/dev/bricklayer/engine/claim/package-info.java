/** From due jobs to occurrences in the ledger, a batch at a time. */
@NullMarked
package dev.bricklayer.engine.claim;

import org.jspecify.annotations.NullMarked;
