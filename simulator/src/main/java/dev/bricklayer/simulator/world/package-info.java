/** What the stand-in knows (accounts, teams, channels, posts) and how it survives a kill. */
@NullMarked
package dev.bricklayer.simulator.world;

import org.jspecify.annotations.NullMarked;
