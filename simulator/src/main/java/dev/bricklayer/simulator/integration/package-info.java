/** What goes from the server to integrations, and the secrets by which they come back. */
@NullMarked
package dev.bricklayer.simulator.integration;

import org.jspecify.annotations.NullMarked;
