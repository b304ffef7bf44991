/** The websocket: who listens, and what they hear. */
@NullMarked
package dev.bricklayer.simulator.live;

import org.jspecify.annotations.NullMarked;
