/** What a leader does, over and over: claim, arm, sweep. */
@NullMarked
package dev.bricklayer.engine.lead;

import org.jspecify.annotations.NullMarked;
