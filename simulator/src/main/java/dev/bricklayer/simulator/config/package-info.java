/** What an administrator of the played server has set. */
@NullMarked
package dev.bricklayer.simulator.config;

import org.jspecify.annotations.NullMarked;
