/**
 * A person at a Mattermost server, for tests: nothing but its public API and websocket, so that the
 * same test runs against a real server and against a stand-in.
 */
@NullMarked
package dev.bricklayer.testkit.mattermost;

import org.jspecify.annotations.NullMarked;
