/** What became of occurrences, one by one: the engine says it, whoever keeps a journal listens. */
@NullMarked
package dev.bricklayer.contracts.reminder;

import org.jspecify.annotations.NullMarked;
