/** What crosses the wire. */
@NullMarked
package dev.bricklayer.contracts;

import org.jspecify.annotations.NullMarked;
