/** Scripted misbehaviour: what a server, a proxy or a network can do to a call. */
@NullMarked
package dev.bricklayer.simulator.faults;

import org.jspecify.annotations.NullMarked;
