/** Mattermost's REST API v4 as the real servers of two versions answer it, over Jetty. */
@NullMarked
package dev.bricklayer.simulator.api;

import org.jspecify.annotations.NullMarked;
