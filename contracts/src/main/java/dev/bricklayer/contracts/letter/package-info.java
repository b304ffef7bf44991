/** Messages that a service could not handle, for whoever looks after all services. */
@NullMarked
package dev.bricklayer.contracts.letter;

import org.jspecify.annotations.NullMarked;
