/** The Mattermost server as all deliveries share it: whether it is there, and what it allows. */
@NullMarked
package dev.bricklayer.engine.server;

import org.jspecify.annotations.NullMarked;
