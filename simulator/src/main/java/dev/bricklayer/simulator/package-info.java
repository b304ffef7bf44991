/** A stand-in for a Mattermost server, for tests and the demo. Not Mattermost. */
@NullMarked
package dev.bricklayer.simulator;

import org.jspecify.annotations.NullMarked;
