/** Jobs as they fire: made, changed and taken away, under the lock that sendings take. */
@NullMarked
package dev.bricklayer.engine.planning;

import org.jspecify.annotations.NullMarked;
