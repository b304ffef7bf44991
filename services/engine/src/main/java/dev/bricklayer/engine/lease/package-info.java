/** Who leads: a lease with an epoch, and the fence that a deposed leader runs into. */
@NullMarked
package dev.bricklayer.engine.lease;

import org.jspecify.annotations.NullMarked;
